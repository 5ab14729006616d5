package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nificrm.delivery.rest.ApiError.Verdict;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ThrottleRule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SalesforceErrorTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {
        "REQUIRED_FIELD_MISSING, Required fields are missing, REJECTED",
        "STRING_TOO_LONG, Last Name: data value too large, REJECTED",
        "INVALID_FIELD, Foreign key external ID: x not found for field Crm_Key__c in entity Account, REJECTED",
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Trigger: System.DmlException: UNABLE_TO_LOCK_ROW, NOT_NOW",
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Trigger: System.NullPointerException, REJECTED",
        "UNABLE_TO_LOCK_ROW, unable to obtain exclusive access, NOT_NOW",
        "DUPLICATES_DETECTED, Use one of these records?, CONFLICT",
        "DUPLICATE_EXTERNAL_ID, matches more than one record, CONFLICT",
        "DUPLICATE_VALUE, duplicate value found: Crm_Key__c duplicates value on record with id: 003000000000001, CHANGED",
        "DUPLICATE_VALUE, duplicate value found: <unknown> duplicates value on record with id: <unknown>, CHANGED",
        "DUPLICATE_VALUE, duplicate value found: Tax_Id__c duplicates value on record with id: 003000000000001, CONFLICT",
        "ENTITY_IS_DELETED, entity is deleted, CHANGED",
        "INVALID_CROSS_REFERENCE_KEY, invalid cross reference id, CHANGED",
        "UNKNOWN_EXCEPTION, An unexpected error occurred, UNCERTAIN"
    })
    void theErrorOfARecordIsJudgedByItsCode(final String code, final String message, final Verdict verdict) {
        final JsonNode errors = MAPPER.createArrayNode().add(MAPPER.createObjectNode().put("statusCode", code).put("message", message));

        assertEquals(verdict, SalesforceError.ofRecord(errors, "Crm_Key__c", true).verdict());
    }

    @Test
    void aReferenceThatLeadsNowhereIsTheRecordsOwnFault() throws Exception {
        final JsonNode errors = MAPPER.readTree("[{\"statusCode\": \"INVALID_CROSS_REFERENCE_KEY\", \"message\": \"no\", \"fields\": [\"AccountId\"]}]");

        assertEquals(Verdict.REJECTED, SalesforceError.ofRecord(errors, "Crm_Key__c", true).verdict());
    }

    @Test
    void aFailureWithoutAReasonMayHaveBeenWritten() {
        assertEquals(Verdict.UNCERTAIN, SalesforceError.ofRecord(MAPPER.createArrayNode(), "Crm_Key__c", false).verdict());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {
        "403, INSUFFICIENT_ACCESS, UNAVAILABLE",
        "403, REQUEST_LIMIT_EXCEEDED, NOT_NOW",
        "401, INVALID_SESSION_ID, UNAVAILABLE",
        "404, NOT_FOUND, UNAVAILABLE",
        "400, INVALID_FIELD, UNAVAILABLE",
        "400, JSON_PARSER_ERROR, REJECTED",
        "503, SERVER_UNAVAILABLE, NOT_NOW",
        "500, UNKNOWN_EXCEPTION, UNCERTAIN",
        "500, APEX_ERROR, UNCERTAIN"
    })
    void theErrorOfARequestIsJudgedByItsCodeBeforeItsStatus(final int status, final String code, final Verdict verdict) {
        assertEquals(verdict, SalesforceError.of(response(status, "[{\"errorCode\": \"%s\", \"message\": \"x\"}]".formatted(code))).verdict());
    }

    @ParameterizedTest
    @CsvSource({"200, UNCERTAIN", "302, UNAVAILABLE", "403, UNAVAILABLE", "413, REJECTED", "414, REJECTED", "429, NOT_NOW", "431, REJECTED", "502, UNCERTAIN"})
    void whatSalesforceDidNotWriteIsJudgedByItsStatus(final int status, final Verdict verdict) {
        assertEquals(verdict, SalesforceError.of(response(status, "<html>Sorry</html>")).verdict());
    }

    @Test
    void theDailyQuotaIsToldFromTooManyRequestsAtATime() {
        assertEquals(Optional.of(ThrottleRule.QUOTA_WAIT), wait("TotalRequests Limit exceeded."));
        assertEquals(Optional.of(ThrottleRule.SHORT_WAIT), wait("ConcurrentPerOrgLongTxn Limit exceeded."));
        assertEquals(Optional.empty(), SalesforceApi.THROTTLE_RULE.waitAfter(response(403, "[{\"errorCode\": \"INSUFFICIENT_ACCESS\"}]")));
    }

    private static Optional<Duration> wait(final String message) {
        return SalesforceApi.THROTTLE_RULE.waitAfter(response(403, "[{\"errorCode\": \"REQUEST_LIMIT_EXCEEDED\", \"message\": \"%s\"}]".formatted(message)));
    }

    private static ApiResponse response(final int status, final String body) {
        return new ApiResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
