package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.ThrottleRule;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the endpoints of Salesforce's REST API are. */
public final class SalesforceApi implements Descriptions {

    /** How Salesforce says that it was asked too often. */
    public static final ThrottleRule THROTTLE_RULE = SalesforceError.THROTTLE_RULE;

    /** Most records of a request. */
    static final int MAX_RECORDS = 200;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiTransport transport;
    private final String root;

    /** @param version such as {@code 62.0} */
    public SalesforceApi(final ApiTransport transport, final String version) {
        this.transport = transport;
        this.root = "/services/data/v" + version;
    }

    public String address() {
        return transport.address();
    }

    BulkApi bulk() {
        return new BulkApi(transport, root);
    }

    @Override
    public SalesforceObject object(final String name) throws CrmException {
        final ApiResponse response = transport.send(ApiRequest.get("%s/sobjects/%s/describe".formatted(root, encoded(name))));
        final JsonNode description = response.json();
        if (response.status() == 404) {
            throw CrmException.unavailable("OBJECT_MISSING",
                    "Salesforce has no object '%s' that this user may see. Check CRM Object, API Version and the user's permissions".formatted(name));
        }

        if (response.status() != 200 || description.path("fields").isEmpty()) {
            throw SalesforceError.of(response).asException();
        }

        return SalesforceObject.of(description);
    }

    /**
     * All records that a query finds. The query travels in the body of a composite request: as a part of the address it
     * would be cut short by the limit of 16 KB.
     */
    List<JsonNode> query(final String soql) throws CrmException {
        final ObjectNode body = JSON.objectNode();
        body.putArray("compositeRequest").addObject().put("method", "GET").put("referenceId", "found").put("url", root + "/query?q=" + encoded(soql));
        final ApiResponse response = transport.send(ApiRequest.json("POST", root + "/composite", body.toString()));
        final JsonNode part = response.json().path("compositeResponse").path(0);
        if (response.status() != 200 || !part.has("httpStatusCode")) {
            throw SalesforceError.of(response).asException();
        }

        if (part.path("httpStatusCode").asInt() != 200) {
            throw SalesforceError.ofBody(part.path("httpStatusCode").asInt(), part.path("body"), null).asException();
        }

        return allPages(part.path("body"));
    }

    /** An answer that is too short must not pass: a record that only seems to be missing would be written whatever its age. */
    private List<JsonNode> allPages(final JsonNode first) throws CrmException {
        final List<JsonNode> records = new ArrayList<>();
        JsonNode page = first;
        page.path("records").forEach(records::add);
        while (page.hasNonNull("nextRecordsUrl")) {
            final ApiResponse response = transport.send(ApiRequest.get(page.path("nextRecordsUrl").asText()));
            if (response.status() != 200) {
                throw SalesforceError.of(response).asException();
            }

            page = response.json();
            page.path("records").forEach(records::add);
        }

        if (!page.path("done").asBoolean() || records.size() != first.path("totalSize").asInt(-1)) {
            throw new CrmException(Kind.TRANSIENT, "UNREADABLE_ANSWER", "Salesforce's answer to a look-up is not complete", null);
        }

        return records;
    }

    /** Creates or updates records by their external id. */
    ApiResponse upsert(final String object, final String keyField, final ArrayNode records) throws CrmException {
        return collection("%s/composite/sobjects/%s/%s".formatted(root, encoded(object), encoded(keyField)), records);
    }

    /** Updates records by their id. */
    ApiResponse update(final ArrayNode records) throws CrmException {
        return collection(root + "/composite/sobjects", records);
    }

    private ApiResponse collection(final String path, final ArrayNode records) throws CrmException {
        final ObjectNode body = JSON.objectNode().put("allOrNone", false);
        body.set("records", records);
        return transport.send(ApiRequest.json("PATCH", path, body.toString()));
    }

    ApiResponse delete(final List<String> ids) throws CrmException {
        final String path = "%s/composite/sobjects?ids=%s&allOrNone=false".formatted(root, String.join(",", ids));
        return transport.send(new ApiRequest("DELETE", path, Map.of("Accept", "application/json"), null));
    }

    private static String encoded(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
