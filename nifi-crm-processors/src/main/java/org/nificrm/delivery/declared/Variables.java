package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the placeholders of a request stand for. */
final class Variables {

    private final Map<String, JsonNode> values;

    Variables() {
        this(Map.of());
    }

    private Variables(final Map<String, JsonNode> values) {
        this.values = values;
    }

    Variables with(final String name, final JsonNode value) {
        final Map<String, JsonNode> more = new HashMap<>(values);
        more.put(name, value);
        return new Variables(more);
    }

    Variables with(final String name, final String value) {
        return value == null ? this : with(name, TextNode.valueOf(value));
    }

    /** A missing node if it stands for nothing. */
    JsonNode value(final String name) {
        return values.getOrDefault(name, MissingNode.getInstance());
    }

    /** A list is separated by commas. */
    String text(final String name) {
        final JsonNode value = value(name);
        if (!value.isArray()) {
            return value.isContainerNode() ? value.toString() : value.asText();
        }

        final List<String> elements = new ArrayList<>(value.size());
        value.forEach(element -> elements.add(element.asText()));
        return String.join(",", elements);
    }
}
