package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.runtime.Checkout;
import org.nificrm.runtime.NifiApi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A template, imported and set up as a user would; stopped and disabled when closed. */
final class ImportedFlow implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** NiFi looks every half second whether there is something to save, and saves what is half a second old. */
    private static final int SAVE_MILLIS = 1500;

    private final NifiApi nifi;
    private final String groupId;

    /**
     * Imports a template beside what is there, sets its parameters and enables its services.
     *
     * @param template name of the file in templates, without its ending
     * @param name     of the process group
     */
    ImportedFlow(final NifiApi nifi, final String template, final String name, final Map<String, String> parameters) {
        this(nifi, Checkout.current().templates().resolve(template + ".json"), name, parameters);
    }

    /** Does the same with any flow definition. */
    ImportedFlow(final NifiApi nifi, final Path definition, final String name, final Map<String, String> parameters) {
        this.nifi = nifi;
        this.groupId = nifi.importFlow(definition, name);
        nifi.setParameters(nifi.parameterContext(groupId), parameters);
        nifi.enableServices(groupId);
    }

    /** Folder for the files of one test, empty. */
    static Path directory(final String name) {
        return Checkout.current().instances().resolve("test").resolve(name);
    }

    String groupId() {
        return groupId;
    }

    /** What NiFi finds wrong with the processors of the flow, by name; empty if all are valid. It does not look at disabled ones. */
    List<String> invalidProcessors() {
        final List<String> invalid = new ArrayList<>();
        for (final String group : groups()) {
            for (final JsonNode processor : nifi.processors(group)) {
                final JsonNode component = processor.path("component");
                if (!component.path("state").asText().equals("DISABLED") && !component.path("validationErrors").isEmpty()) {
                    invalid.add(component.path("name").asText() + ": " + component.path("validationErrors"));
                }
            }
        }

        return invalid;
    }

    private List<String> groups() {
        final List<String> groups = new ArrayList<>(List.of(groupId));
        for (int i = 0; i < groups.size(); i++) {
            nifi.get("/flow/process-groups/" + groups.get(i)).at("/processGroupFlow/flow/processGroups").forEach(group -> groups.add(group.path("id").asText()));
        }

        return groups;
    }

    /** The id of the processor of this name. */
    String processor(final String name) {
        for (final String group : groups()) {
            for (final JsonNode processor : nifi.processors(group)) {
                if (processor.at("/component/name").asText().equals(name)) {
                    return processor.path("id").asText();
                }
            }
        }

        throw new IllegalArgumentException("The flow has no processor " + name);
    }

    /** Changes how long a processor lays FlowFiles aside, so that a test need not wait as long as a user would. */
    void setPenalty(final String processorName, final String duration) {
        configure(processorName, "penaltyDuration", duration);
    }

    /** Changes how often a processor looks for work, for the same reason. */
    void setSchedule(final String processorName, final String period) {
        configure(processorName, "schedulingPeriod", period);
    }

    private void configure(final String processorName, final String setting, final Object value) {
        final String path = "/processors/" + processor(processorName);
        final JsonNode processor = nifi.get(path);
        nifi.put(path, Map.of("revision", processor.path("revision"),
                "component", Map.of("id", processor.path("id"), "config", Map.of(setting, value))));
    }

    /** Lets all nodes of a cluster take in turn from the queues before the processors whose names begin so. */
    void overAllNodes(final String prefix) {
        for (final String group : groups()) {
            for (final JsonNode connection : nifi.get("/process-groups/%s/connections".formatted(group)).path("connections")) {
                final JsonNode component = connection.path("component");
                if (component.at("/destination/name").asText().startsWith(prefix) && !component.at("/destination/id").equals(component.at("/source/id"))) {
                    nifi.put("/connections/" + component.path("id").asText(), Map.of("revision", connection.path("revision"),
                            "component", Map.of("id", component.path("id"), "loadBalanceStrategy", "ROUND_ROBIN")));
                }
            }
        }
    }

    /** Gives a processor another service than the one it has: of this type, with this property naming a service of the flow. */
    void replaceService(final String processorName, final String processorProperty, final String typeName, final String property, final String serviceName) {
        final String service = nifi.create(groupId, "controller-services",
                Map.of("type", typeName, "name", typeName, "properties", Map.of(property, service(serviceName))));
        nifi.enableServices(groupId);
        configure(processorName, "properties", Map.of(processorProperty, service));
    }

    private String service(final String name) {
        for (final JsonNode service : nifi.controllerServices(groupId)) {
            if (service.at("/component/name").asText().equals(name)) {
                return service.path("id").asText();
            }
        }

        throw new IllegalArgumentException("The flow has no service " + name);
    }

    /** Sends FlowFiles to an input port of the flow: those of a GenerateFlowFile with this content, each time it is run once. */
    String feed(final String portName, final String content, final Map<String, String> attributes) {
        final Map<String, String> properties = new HashMap<>(attributes);
        properties.put("generate-ff-custom-text", content);
        final String feeder = nifi.create("root", "processors", Map.of("type", "org.apache.nifi.processors.standard.GenerateFlowFile",
                "name", "Feed " + portName, "config", Map.of("properties", properties)));
        nifi.create("root", "connections", Map.of(
                "source", Map.of("id", feeder, "groupId", nifi.get("/process-groups/root").path("id"), "type", "PROCESSOR"),
                "destination", Map.of("id", inputPort(portName), "groupId", groupId, "type", "INPUT_PORT"),
                "selectedRelationships", List.of("success")));
        return feeder;
    }

    private String inputPort(final String name) {
        for (final JsonNode port : nifi.get("/process-groups/%s/input-ports".formatted(groupId)).path("inputPorts")) {
            if (port.at("/component/name").asText().equals(name)) {
                return port.path("id").asText();
            }
        }

        throw new IllegalArgumentException("The flow has no input port " + name);
    }

    /** Starts the flow and waits until NiFi has saved that it runs: what is killed before comes up stopped. */
    void start() {
        nifi.start(groupId);
        Await.pause(SAVE_MILLIS);
    }

    void stop() {
        nifi.stop(groupId);
    }

    /** Waits until no FlowFile is queued. */
    void awaitEmptyQueues() {
        Await.until(TIMEOUT, () -> nifi.queued(groupId) == 0, () -> nifi.queued(groupId) + " FlowFiles queued");
    }

    /** Waits until no FlowFile is queued and no processor works. */
    void awaitIdle() {
        Await.until(TIMEOUT, () -> nifi.queued(groupId) == 0 && nifi.status(groupId).path("activeThreadCount").asInt() == 0,
                () -> nifi.queued(groupId) + " FlowFiles queued");
    }

    /** Messages of the errors that components of the flow have reported in the last five minutes. */
    List<String> errors() {
        final List<String> groups = groups();
        final List<String> errors = new ArrayList<>();
        for (final JsonNode bulletin : nifi.bulletins()) {
            if (groups.contains(bulletin.path("groupId").asText()) && bulletin.at("/bulletin/level").asText().equals("ERROR")) {
                errors.add(bulletin.at("/bulletin/message").asText());
            }
        }

        return errors;
    }

    @Override
    public void close() {
        stop();
        nifi.disableServices(groupId);
    }
}
