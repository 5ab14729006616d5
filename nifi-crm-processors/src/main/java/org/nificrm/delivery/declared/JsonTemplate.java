package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.UnfitValueException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON with placeholders in its texts. A text that is nothing but a placeholder becomes the value itself: an object, a list, a
 * number. So no value can break out of its place.
 */
interface JsonTemplate {

    JsonNode render(Variables variables) throws UnfitValueException;

    /**
     * @throws IllegalArgumentException if a placeholder is unknown, with the remedy
     */
    static JsonTemplate of(final JsonNode node, final Set<String> variables) {
        return switch (node) {
            case final ObjectNode object -> ofObject(object, variables);
            case final ArrayNode array -> ofArray(array, variables);
            case final JsonNode text when text.isTextual() -> ofText(TextTemplate.of(text.textValue(), variables, null));
            default -> values -> node;
        };
    }

    private static JsonTemplate ofObject(final ObjectNode object, final Set<String> variables) {
        final Map<String, JsonTemplate> entries = new LinkedHashMap<>();
        object.properties().forEach(entry -> entries.put(entry.getKey(), of(entry.getValue(), variables)));
        return values -> {
            final ObjectNode rendered = JsonNodeFactory.instance.objectNode();
            for (final Map.Entry<String, JsonTemplate> entry : entries.entrySet()) {
                rendered.set(entry.getKey(), entry.getValue().render(values));
            }

            return rendered;
        };
    }

    private static JsonTemplate ofArray(final ArrayNode array, final Set<String> variables) {
        final List<JsonTemplate> elements = new ArrayList<>();
        array.forEach(element -> elements.add(of(element, variables)));
        return values -> {
            final ArrayNode rendered = JsonNodeFactory.instance.arrayNode();
            for (final JsonTemplate element : elements) {
                rendered.add(element.render(values));
            }

            return rendered;
        };
    }

    private static JsonTemplate ofText(final TextTemplate text) {
        final String sole = text.soleVariable();
        if (sole == null) {
            return values -> JsonNodeFactory.instance.textNode(text.render(values));
        }

        if (text.soleEncoder() == Encoder.NUMBER) {
            return values -> JsonNodeFactory.instance.numberNode(Long.parseLong(text.render(values)));
        }

        return values -> values.value(sole);
    }
}
