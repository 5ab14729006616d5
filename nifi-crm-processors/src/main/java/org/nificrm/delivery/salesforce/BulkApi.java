package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ApiTransport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Where the endpoints of Bulk API 2.0 are. */
final class BulkApi {

    /** How far a job is; only a closed job is carried out. */
    enum State {
        OPEN, RUNNING, ENDED, GONE
    }

    /**
     * @param state   how far the job is
     * @param problem what Salesforce found wrong with the job as a whole, for example the name of a column; empty if nothing
     */
    record Progress(State state, String problem) {
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiTransport transport;
    private final String root;

    /** @param root path of the REST API's version */
    BulkApi(final ApiTransport transport, final String root) {
        this.transport = transport;
        this.root = root + "/jobs/ingest";
    }

    /**
     * @param operation upsert, update or delete
     * @return id of a job that is open for its data
     */
    String create(final String object, final String operation, final String keyField) throws CrmException {
        final ObjectNode job = JSON.objectNode().put("object", object).put("operation", operation).put("contentType", "CSV").put("lineEnding", "LF");
        if (operation.equals("upsert")) {
            job.put("externalIdFieldName", keyField);
        }

        final ApiResponse response = transport.send(ApiRequest.json("POST", root, job.toString()));
        final String id = response.json().path("id").asText("");
        if (!response.isSuccess() || id.isEmpty()) {
            throw SalesforceError.of(response).asException();
        }

        return id;
    }

    void upload(final String job, final String csv) throws CrmException {
        final ApiResponse response = transport.send(new ApiRequest("PUT", "%s/%s/batches".formatted(root, job),
                Map.of("Content-Type", "text/csv", "Accept", "application/json"), csv.getBytes(StandardCharsets.UTF_8)));
        if (!response.isSuccess()) {
            throw SalesforceError.of(response).asException();
        }
    }

    void close(final String job) throws CrmException {
        change(job, "UploadComplete");
    }

    void abort(final String job) throws CrmException {
        change(job, "Aborted");
    }

    private void change(final String job, final String state) throws CrmException {
        final ApiResponse response =
                transport.send(ApiRequest.json("PATCH", "%s/%s".formatted(root, job), JSON.objectNode().put("state", state).toString()));
        if (!response.isSuccess()) {
            throw SalesforceError.of(response).asException();
        }
    }

    Progress progress(final String job) throws CrmException {
        final ApiResponse response = transport.send(ApiRequest.get("%s/%s".formatted(root, job)));
        final JsonNode info = response.json();
        if (response.status() == 404 && info.isArray()) {
            return new Progress(State.GONE, "");
        }

        if (response.status() != 200 || !info.hasNonNull("state")) {
            throw SalesforceError.of(response).asException();
        }

        return new Progress(state(info.path("state").asText()), info.path("errorMessage").asText(""));
    }

    private static State state(final String name) {
        return switch (name) {
            case "Open" -> State.OPEN;
            case "JobComplete", "Failed", "Aborted" -> State.ENDED;
            default -> State.RUNNING;
        };
    }

    /** @param kind successfulResults, failedResults or unprocessedrecords */
    List<Map<String, String>> results(final String job, final String kind) throws CrmException {
        final ApiResponse response = transport.send(new ApiRequest("GET", "%s/%s/%s/".formatted(root, job, kind), Map.of("Accept", "text/csv"), null));
        if (response.status() != 200 || !response.header("Content-Type").orElse("").contains("csv")) {
            throw SalesforceError.of(response).asException();
        }

        return Csv.read(new String(response.body(), StandardCharsets.UTF_8));
    }
}
