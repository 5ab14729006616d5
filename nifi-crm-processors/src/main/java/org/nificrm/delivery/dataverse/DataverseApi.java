package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.ThrottleRule;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dataverse's Web API (OData 4.0): paths, headers and batches. */
public final class DataverseApi {

    /** Dataverse tells its service protection limits by 429 and by its own codes. */
    public static final ThrottleRule THROTTLE_RULE = response -> ThrottleRule.TOO_MANY_REQUESTS.waitAfter(response)
            .or(() -> response.isSuccess() ? Optional.empty() : DataverseError.limitWait(response));

    private static final Map<String, String> ODATA =
            Map.of("Accept", "application/json", "OData-Version", "4.0", "OData-MaxVersion", "4.0");

    private final ApiTransport transport;
    private final String root;

    /**
     * @param version such as {@code v9.2}
     */
    public DataverseApi(final ApiTransport transport, final String version) {
        this.transport = transport;
        this.root = "/api/data/" + version;
    }

    /**
     * Describes a table.
     *
     * @param name logical name, such as {@code contact}
     * @throws CrmException of kind {@code UNAVAILABLE} if there is no such table for the user
     */
    public DataverseTable table(final String name) throws CrmException {
        return new TableReader(this).read(name);
    }

    /** Who the credentials belong to in Dataverse: identifier of the user. */
    public String whoAmI() throws CrmException {
        return read("/WhoAmI").path("UserId").asText();
    }

    /**
     * Reads JSON.
     *
     * @param path below the root of the interface, its query encoded
     */
    JsonNode read(final String path) throws CrmException {
        final ApiResponse response = transport.send(new ApiRequest("GET", root + path, ODATA, null));
        if (!response.isSuccess()) {
            throw DataverseError.of(response).asException();
        }

        final JsonNode answer = response.json();
        if (!answer.isObject()) {
            throw new CrmException(Kind.TRANSIENT, "UNREADABLE_ANSWER", "Dataverse's answer is not complete", null);
        }

        return answer;
    }

    ApiResponse post(final String path, final JsonNode body) throws CrmException {
        return transport.send(withBody("POST", root + path, Map.of(), body));
    }

    /** One request of a batch: its path starts at the root of the server. */
    ApiRequest part(final String method, final String path, final Map<String, String> headers, final JsonNode body) {
        return body == null ? new ApiRequest(method, root + path, headers, null) : withBody(method, root + path, headers, body);
    }

    private static ApiRequest withBody(final String method, final String path, final Map<String, String> headers, final JsonNode body) {
        final Map<String, String> all = new HashMap<>(ODATA);
        all.put("Content-Type", "application/json");
        all.putAll(headers);
        return new ApiRequest(method, path, all, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends requests together; each is carried out or not for itself. */
    ApiResponse batch(final List<ApiRequest> parts) throws CrmException {
        final Map<String, String> headers = new HashMap<>(ODATA);
        headers.put("Content-Type", "multipart/mixed; boundary=" + Multipart.BOUNDARY);
        headers.put("Prefer", "odata.continue-on-error");
        return transport.send(new ApiRequest("POST", root + "/$batch", headers, Multipart.write(parts)));
    }

    static String encode(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Like {@link #encode}, and leaves what marks a key in a path as it is. */
    static String encodeKey(final String address) {
        return encode(address).replace("%28", "(").replace("%29", ")").replace("%27", "'").replace("%3D", "=").replace("%2C", ",");
    }

    public String address() {
        return transport.address();
    }
}
