package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.ThrottleRule;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where HubSpot's endpoints are. Version {@code v3} stands before the interface's name in a path, versions named by their
 * date, such as {@code 2026-03}, behind it.
 */
public final class HubSpotApi {

    /** HubSpot's daily quota is told from its short windows by the name of the policy. */
    public static final ThrottleRule THROTTLE_RULE = response -> ThrottleRule.TOO_MANY_REQUESTS.waitAfter(response)
            .map(wait -> response.json().path("policyName").asText().contains("DAILY") ? ThrottleRule.QUOTA_WAIT : wait);

    private final ApiTransport transport;
    private final String version;

    /**
     * @param version {@code v3} or a date-based version such as {@code 2026-03}
     */
    public HubSpotApi(final ApiTransport transport, final String version) {
        this.transport = transport;
        this.version = version;
    }

    /** Reads what an object is made of. */
    public HubSpotObject object(final String name) throws CrmException {
        final ApiResponse response = transport.send(ApiRequest.get(path("properties", name)));
        final JsonNode results = response.json().path("results");
        if (response.status() != 200 || !results.isArray()) {
            throw HubSpotError.of(response).asException();
        }

        final Map<String, HubSpotProperty> properties = new LinkedHashMap<>();
        for (final JsonNode property : results) {
            properties.put(property.path("name").asText(), HubSpotProperty.of(name, property));
        }

        if (properties.isEmpty()) {
            throw CrmException.unavailable("OBJECT_MISSING", "HubSpot names no property of object '%s'".formatted(name));
        }

        return new HubSpotObject(name, properties);
    }

    /**
     * @param action read, create, update, upsert or archive
     */
    ApiResponse batch(final String object, final String action, final JsonNode body) throws CrmException {
        return transport.send(ApiRequest.json("POST", path("objects", object) + "/batch/" + action, body.toString()));
    }

    private String path(final String kind, final String object) {
        final String name = URLEncoder.encode(object, StandardCharsets.UTF_8);
        return version.startsWith("v") ? "/crm/%s/%s/%s".formatted(version, kind, name) : "/crm/%s/%s/%s".formatted(kind, version, name);
    }

    public String address() {
        return transport.address();
    }
}
