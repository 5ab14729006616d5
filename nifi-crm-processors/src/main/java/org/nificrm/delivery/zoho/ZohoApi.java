package org.nificrm.delivery.zoho;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Zoho CRM's endpoints for records, their fields and queries. */
public final class ZohoApi {

    /** One status stands for three limits; only the credits of the day are told, once half of them are gone. */
    public static final ThrottleRule THROTTLE_RULE = response -> ThrottleRule.TOO_MANY_REQUESTS.waitAfter(response)
            .map(wait -> response.header("X-API-CREDITS-REMAINING").filter(credits -> credits.strip().equals("0")).isPresent() ? ThrottleRule.QUOTA_WAIT : wait);

    private final ApiTransport transport;
    private final String root;

    /**
     * @param version such as {@code v8}
     */
    public ZohoApi(final ApiTransport transport, final String version) {
        this.transport = transport;
        this.root = "/crm/" + version;
    }

    /**
     * Reads what a module is made of.
     *
     * @param name API name, such as {@code Contacts}
     */
    public ZohoModule module(final String name) throws CrmException {
        final ApiResponse response = transport.send(ApiRequest.get("%s/settings/fields?module=%s".formatted(root, encode(name))));
        final JsonNode fields = response.json().path("fields");
        if (!fields.isArray() || fields.isEmpty()) {
            throw response.isSuccess()
                    ? CrmException.unavailable("OBJECT_MISSING", "Zoho names no field of module '%s'. Give its API name in CRM Object".formatted(name))
                    : ZohoError.of(response).asException();
        }

        final Map<String, ZohoField> byName = new HashMap<>();
        for (final JsonNode field : fields) {
            ZohoField.of(field).ifPresent(known -> byName.put(known.name(), known));
        }

        return new ZohoModule(name, byName);
    }

    /**
     * The records of a module whose field has one of these values, by a query in COQL: it sees what was written a moment ago,
     * which the index of the search interface does not.
     *
     * @param values at most 100
     */
    List<JsonNode> find(final String module, final Collection<String> selected, final ZohoField field, final Collection<?> values) throws CrmException {
        final List<String> literals = values.stream().map(field::literal).toList();
        final String query = "select %s from %s where %s in (%s)".formatted(String.join(", ", selected), module, field.name(), String.join(", ", literals));
        final ApiResponse response = transport.send(ApiRequest.json("POST", root + "/coql",
                JsonNodeFactory.instance.objectNode().put("select_query", query).toString()));
        if (response.status() == 204) {
            return List.of();
        }

        if (!response.isSuccess()) {
            throw ZohoError.of(response).asException();
        }

        final JsonNode answer = response.json();
        final JsonNode records = answer.path("data");
        if (!records.isArray() || answer.at("/info/count").asInt() != records.size() || answer.at("/info/more_records").asBoolean()) {
            throw new CrmException(Kind.TRANSIENT, "UNREADABLE_ANSWER", "Zoho's answer to a query is not complete", null);
        }

        final List<JsonNode> found = new ArrayList<>();
        records.forEach(found::add);
        return found;
    }

    /** Creates records, or updates those that have the same value of the unique field. No workflow starts. */
    ApiResponse upsert(final String module, final ArrayNode records, final String uniqueField) throws CrmException {
        final ObjectNode body = body(records);
        body.putArray("duplicate_check_fields").add(uniqueField);
        return transport.send(ApiRequest.json("POST", path(module) + "/upsert", body.toString()));
    }

    /** Updates records by the id that each holds. No workflow starts. */
    ApiResponse update(final String module, final ArrayNode records) throws CrmException {
        return transport.send(ApiRequest.json("PUT", path(module), body(records).toString()));
    }

    /** Moves records to the recycle bin. No workflow starts. */
    ApiResponse delete(final String module, final List<String> ids) throws CrmException {
        return transport.send(new ApiRequest("DELETE", "%s?ids=%s&wf_trigger=false".formatted(path(module), encode(String.join(",", ids))),
                Map.of("Accept", "application/json"), null));
    }

    private static ObjectNode body(final ArrayNode records) {
        final ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", records);
        body.putArray("trigger");
        return body;
    }

    private String path(final String module) {
        return "%s/%s".formatted(root, encode(module));
    }

    private static String encode(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String address() {
        return transport.address();
    }
}
