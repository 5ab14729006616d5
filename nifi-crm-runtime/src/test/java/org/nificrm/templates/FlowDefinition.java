package org.nificrm.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A NiFi 2 flow definition under construction: one root group and the parameter context that all groups use. */
final class FlowDefinition {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String contextName;
    private final String contextDescription;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Group root;

    /** @param value null for a sensitive one: it never travels in a file */
    private record Parameter(String name, String description, String value, boolean sensitive) {
    }

    FlowDefinition(final String name, final String comments, final String contextDescription) {
        this.contextName = name;
        this.contextDescription = contextDescription;
        this.root = new Group(this, null, name, new Grid(0, 0), comments);
    }

    Group root() {
        return root;
    }

    String parameterContext() {
        return contextName;
    }

    FlowDefinition parameter(final String name, final String value, final String description) {
        parameters.add(new Parameter(name, description, value, false));
        return this;
    }

    FlowDefinition sensitiveParameter(final String name, final String description) {
        parameters.add(new Parameter(name, description, null, true));
        return this;
    }

    /** The file's text: two blanks of indentation, line feeds, the same on every machine. */
    String toText() {
        final DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        final DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(toJson()) + "\n";
        } catch (final JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode toJson() {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("flowContents", root.toJson());
        json.putObject("externalControllerServices");
        final ObjectNode context = json.putObject("parameterContexts").putObject(contextName);
        context.put("identifier", UUID.nameUUIDFromBytes(contextName.getBytes(StandardCharsets.UTF_8)).toString());
        context.put("name", contextName);
        context.put("description", contextDescription);
        context.put("componentType", "PARAMETER_CONTEXT");
        context.putArray("inheritedParameterContexts");
        final ArrayNode array = context.putArray("parameters");
        for (final Parameter parameter : parameters) {
            final ObjectNode entry = array.addObject()
                    .put("name", parameter.name())
                    .put("description", parameter.description())
                    .put("sensitive", parameter.sensitive())
                    .put("provided", false);
            if (parameter.value() != null) {
                entry.put("value", parameter.value());
            }
        }

        json.putObject("parameterProviders");
        json.put("flowEncodingVersion", "1.0");
        json.put("latest", false);

        return json;
    }
}
