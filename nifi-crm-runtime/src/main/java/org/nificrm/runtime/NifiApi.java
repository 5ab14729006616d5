package org.nificrm.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a person does in NiFi's web interface, as calls of its REST API: import a flow, set parameters, start, watch.
 *
 * <p>Answers are NiFi's own JSON. A refused call throws {@link IllegalStateException} with NiFi's explanation.
 */
public final class NifiApi {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SETTLE_TIMEOUT = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final int port;
    private final String origin;

    NifiApi(final int port) {
        this.port = port;
        origin = "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** The canvas of the root process group, for a browser. */
    public String canvasAddress() {
        return origin + "/nifi/";
    }

    /** The canvas of one process group, for a browser. */
    public String canvasAddress(final String groupId) {
        return origin + "/nifi/#/process-groups/" + groupId;
    }

    /** Whether the flow has been loaded and can be worked with. */
    public boolean isReady() {
        try {
            get("/flow/process-groups/root");
            return true;
        } catch (final IllegalStateException | UncheckedIOException notYet) {
            return false;
        }
    }

    /** Product, version and build, as the About dialog shows them. */
    public JsonNode about() {
        return get("/flow/about").path("about");
    }

    /** The processor types that can be dragged onto the canvas, each with its bundle. */
    public JsonNode processorTypes() {
        return get("/flow/processor-types").path("processorTypes");
    }

    /**
     * Imports a flow definition onto the root canvas, as the import dialog does.
     *
     * @return the id of the new process group
     */
    public String importFlow(final Path flowDefinition, final String name) {
        final String boundary = UUID.randomUUID().toString();
        final Map<String, String> fields = Map.of(
                "groupName", name, "positionX", "0", "positionY", "0", "clientId", boundary, "disconnectedNodeAcknowledged", "false");
        final StringBuilder body = new StringBuilder();
        fields.forEach((key, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, key, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, flowDefinition.getFileName()));
        body.append("Content-Type: application/json\r\n\r\n").append(read(flowDefinition)).append("\r\n--%s--\r\n".formatted(boundary));

        final HttpRequest.Builder request = request("/process-groups/root/process-groups/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString()));
        return send(request).path("id").asText();
    }

    private static String read(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of the parameter context that a process group uses. */
    public String parameterContext(final String groupId) {
        return get("/process-groups/" + groupId).at("/component/parameterContext/id").asText();
    }

    /** Sets values of parameters that the context has; what the map does not name keeps its value. */
    public void setParameters(final String contextId, final Map<String, String> values) {
        final String path = "/parameter-contexts/" + contextId;
        final JsonNode context = get(path);
        final Map<String, String> unknown = new HashMap<>(values);
        final ArrayNode parameters = JSON.createArrayNode();
        for (final JsonNode entry : context.at("/component/parameters")) {
            final String name = entry.at("/parameter/name").asText();
            if (unknown.containsKey(name)) {
                parameters.addObject().putObject("parameter")
                        .put("name", name)
                        .put("sensitive", entry.at("/parameter/sensitive").asBoolean())
                        .put("description", entry.at("/parameter/description").asText(""))
                        .put("value", unknown.remove(name));
            }
        }

        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The parameter context has no " + unknown.keySet());
        }

        final ObjectNode update = JSON.createObjectNode();
        update.set("revision", context.path("revision"));
        update.put("id", contextId);
        update.putObject("component").put("id", contextId).put("name", context.at("/component/name").asText())
                .set("parameters", parameters);
        await(post(path + "/update-requests", update), path + "/update-requests/");
    }

    /** Enables all controller services of the group and its children, and waits until they are. */
    public void enableServices(final String groupId) {
        put("/flow/process-groups/%s/controller-services".formatted(groupId), Map.of("id", groupId, "state", "ENABLED"));
        final JsonNode services = until(() -> controllerServices(groupId), this::settled);
        for (final JsonNode service : services) {
            if (!"ENABLED".equals(service.at("/component/state").asText())) {
                throw new IllegalStateException("%s cannot be enabled: %s".formatted(
                        service.at("/component/name").asText(), service.at("/component/validationErrors")));
            }
        }
    }

    /** Disables all controller services of the group and its children. */
    public void disableServices(final String groupId) {
        put("/flow/process-groups/%s/controller-services".formatted(groupId), Map.of("id", groupId, "state", "DISABLED"));
    }

    /** The controller services of the group and its children. */
    public JsonNode controllerServices(final String groupId) {
        return get("/flow/process-groups/%s/controller-services?includeAncestorGroups=false&includeDescendantGroups=true"
                .formatted(groupId)).path("controllerServices");
    }

    /** Whether each service is enabled, or never will be. */
    private boolean settled(final JsonNode services) {
        boolean waiting = false;
        boolean invalid = false;
        for (final JsonNode service : services) {
            final String state = service.at("/component/state").asText();
            final String validation = service.at("/component/validationStatus").asText();
            if (state.equals("ENABLING") || validation.equals("VALIDATING") || state.equals("DISABLED") && validation.equals("VALID")) {
                return false;
            }

            if (state.equals("DISABLED")) {
                waiting |= waitsForAnother(service);
                invalid |= !waitsForAnother(service);
            }
        }

        return invalid || !waiting;
    }

    /** Whether nothing is wrong with a service but that one it refers to was not enabled yet when it was looked at. */
    private static boolean waitsForAnother(final JsonNode service) {
        for (final JsonNode error : service.at("/component/validationErrors")) {
            if (!error.asText().endsWith("is disabled")) {
                return false;
            }
        }

        return true;
    }

    /**
     * Creates a component in a group.
     *
     * @param kind as the path has it: processors, controller-services, connections, process-groups
     * @return its id
     */
    public String create(final String groupId, final String kind, final Map<String, Object> component) {
        return post("/process-groups/%s/%s".formatted(groupId, kind), Map.of("revision", Map.of("version", 0), "component", component)).path("id").asText();
    }

    /** Starts all valid components of the group and its children. */
    public void start(final String groupId) {
        put("/flow/process-groups/" + groupId, Map.of("id", groupId, "state", "RUNNING"));
    }

    /** Stops all components of the group and its children and waits until no thread of theirs is active. */
    public void stop(final String groupId) {
        put("/flow/process-groups/" + groupId, Map.of("id", groupId, "state", "STOPPED"));
        until(() -> status(groupId), status -> status.path("activeThreadCount").asInt() == 0);
    }

    /** The processors directly in a group, once their validation has ended: configuration, state, validation errors. Disabled ones are not validated. */
    public JsonNode processors(final String groupId) {
        return until(() -> get("/process-groups/%s/processors".formatted(groupId)).path("processors"), processors -> {
            for (final JsonNode processor : processors) {
                if (processor.at("/component/validationStatus").asText().equals("VALIDATING") && !processor.at("/component/state").asText().equals("DISABLED")) {
                    return false;
                }
            }

            return true;
        });
    }

    /** Sets one processor's run state: RUNNING, STOPPED, RUN_ONCE or DISABLED. */
    public void setState(final String processorId, final String state) {
        final ObjectNode body = JSON.createObjectNode().put("state", state);
        body.set("revision", get("/processors/" + processorId).path("revision"));
        put("/processors/%s/run-status".formatted(processorId), body);
    }

    /** The status of a group with everything below it, of the last five minutes. */
    public JsonNode status(final String groupId) {
        return get("/flow/process-groups/%s/status?recursive=true".formatted(groupId)).at("/processGroupStatus/aggregateSnapshot");
    }

    /** FlowFiles waiting in all queues of the group and its children. */
    public int queued(final String groupId) {
        return status(groupId).path("flowFilesQueued").asInt();
    }

    /** All counters: context (component), name, valueCount. They begin at zero with each start of NiFi. */
    public JsonNode counters() {
        return get("/counters").at("/counters/aggregateSnapshot/counters");
    }

    /** The bulletins of the last five minutes. */
    public JsonNode bulletins() {
        return get("/flow/bulletin-board").at("/bulletinBoard/bulletins");
    }

    /** The FlowFiles waiting in one connection; at most 100 of them. */
    public JsonNode queue(final String connectionId) {
        final String path = "/flowfile-queues/%s/listing-requests".formatted(connectionId);
        return await(post(path, JSON.createObjectNode()), path + "/", "listingRequest").at("/flowFileSummaries");
    }

    /** Provenance events of one component, newest first, at most 1,000. */
    public JsonNode provenance(final String componentId) {
        final ObjectNode query = JSON.createObjectNode();
        final ObjectNode request = query.putObject("provenance").putObject("request");
        request.put("maxResults", 1000).put("summarize", false).put("incrementalResults", false);
        request.putObject("searchTerms").putObject("ProcessorID").put("value", componentId).put("inverse", false);
        final JsonNode submitted = post("/provenance", query);
        return await(submitted, "/provenance/", "provenance").at("/results/provenanceEvents");
    }

    /**
     * Presses Verify on a processor with the configuration it has.
     *
     * @param attributes the FlowFile attributes to verify with
     * @return the results: outcome, verificationStepName, explanation
     */
    public JsonNode verify(final String processorId, final Map<String, String> attributes) {
        final String path = "/processors/%s/config/verification-requests".formatted(processorId);
        final ObjectNode body = JSON.createObjectNode();
        final ObjectNode request = body.putObject("request").put("componentId", processorId);
        request.set("properties", get("/processors/" + processorId).at("/component/config/properties"));
        request.set("attributes", JSON.valueToTree(attributes));
        return await(post(path, body), path + "/").path("results");
    }

    /** A GET below /nifi-api, for what has no method here. */
    public JsonNode get(final String path) {
        return send(request(path).GET());
    }

    /** A POST below /nifi-api, for what has no method here. */
    public JsonNode post(final String path, final Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    /** A PUT below /nifi-api, for what has no method here. */
    public JsonNode put(final String path, final Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    private void delete(final String path) {
        send(request(path).DELETE());
    }

    private HttpRequest.Builder request(final String path) {
        return HttpRequest.newBuilder(URI.create(origin + "/nifi-api" + path)).timeout(REQUEST_TIMEOUT);
    }

    private static BodyPublisher json(final Object body) {
        return BodyPublishers.ofString(JSON.valueToTree(body).toString(), StandardCharsets.UTF_8);
    }

    private JsonNode send(final HttpRequest.Builder builder) {
        final HttpRequest request = builder.build();
        try {
            final HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("NiFi refused %s %s with %d: %s".formatted(
                        request.method(), request.uri().getPath(), response.statusCode(), response.body()));
            }

            return response.body().isEmpty() ? JsonNodeFactory.instance.missingNode() : JSON.readTree(response.body());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted in " + request.uri().getPath(), e));
        }
    }

    private JsonNode await(final JsonNode submitted, final String path) {
        return await(submitted, path, "request");
    }

    /** NiFi's long work: submitted by POST, polled by GET, and removed by DELETE when it has ended. */
    private JsonNode await(final JsonNode submitted, final String path, final String field) {
        final JsonNode first = submitted.path(field);
        final String address = path + first.path(first.has("requestId") ? "requestId" : "id").asText();
        final JsonNode ended = until(() -> get(address).path(field),
                work -> work.path("complete").asBoolean() || work.path("finished").asBoolean());
        delete(address);
        final String failure = ended.path("failureReason").asText("");
        if (!failure.isEmpty() && !failure.equals("null")) {
            throw new IllegalStateException(failure);
        }

        return ended;
    }

    private static JsonNode until(final Supplier<JsonNode> source, final Predicate<JsonNode> done) {
        final Instant deadline = Instant.now().plus(SETTLE_TIMEOUT);
        while (true) {
            final JsonNode value = source.get();
            if (done.test(value)) {
                return value;
            }

            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("NiFi did not settle in %s: %s".formatted(SETTLE_TIMEOUT, value));
            }

            try {
                Thread.sleep(POLL_MILLIS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for NiFi", e);
            }
        }
    }
}
