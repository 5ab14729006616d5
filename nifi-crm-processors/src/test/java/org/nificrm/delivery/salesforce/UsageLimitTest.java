package org.nificrm.delivery.salesforce;

import org.junit.jupiter.api.Test;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ApiTransport;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class UsageLimitTest {

    private static final ApiRequest REQUEST = ApiRequest.get("/services/data");

    private final Organization organization = new Organization();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final UsageLimit limit = new UsageLimit(organization, 90, () -> now);

    @Test
    void requestsPassBelowTheLimit() throws Exception {
        organization.usage = "api-usage=4499/5000";
        limit.send(REQUEST);
        limit.send(REQUEST);

        assertEquals(2, organization.requests);
    }

    @Test
    void nothingIsSentBeyondTheLimitUntilItIsTimeToSeeAgain() throws Exception {
        organization.usage = "api-usage=4500/5000; per-app-api-usage=17/250(appName=sample)";
        assertEquals(200, limit.send(REQUEST).status());

        final CrmException e = assertThrows(CrmException.class, () -> limit.send(REQUEST));
        assertEquals(CrmException.Kind.UNAVAILABLE, e.kind());
        assertEquals(Duration.ofMinutes(15), e.retryAfter());
        assertEquals(1, organization.requests);

        now = now.plus(Duration.ofMinutes(15));
        limit.send(REQUEST);
        assertEquals(2, organization.requests);
    }

    @Test
    void anAnswerThatSaysNothingOfUsageChangesNothing() throws Exception {
        organization.usage = "";
        limit.send(REQUEST);
        limit.send(REQUEST);

        assertEquals(2, organization.requests);
    }

    private static final class Organization implements ApiTransport {

        private String usage;
        private int requests;

        @Override
        public ApiResponse send(final ApiRequest request) {
            requests++;
            return new ApiResponse(200, Map.of("sforce-limit-info", usage), new byte[0]);
        }

        @Override
        public String address() {
            return "https://example.my.salesforce.com";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
