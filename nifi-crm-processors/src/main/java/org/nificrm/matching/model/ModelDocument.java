package org.nificrm.matching.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import org.nificrm.matching.compare.PairComparator;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.MatchFields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A model as a JSON document: the probabilities by level name, and the counts of common values by their hash, so that no
 * customer's data is in it.
 */
final class ModelDocument {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FORMAT = 1;

    private ModelDocument() {
    }

    static String write(final MatchModel model) {
        final ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        root.set("fields", tree(model.fields().toJson()));
        root.put("trainedOn", model.trainedOn());
        root.put("matchesPerRecord", model.proportions().matchesPerRecord());
        root.put("relatedPerRecord", model.proportions().relatedPerRecord());
        root.put("neighbours", model.proportions().neighbours());
        root.put("moved", model.proportions().moved());
        final ObjectNode attributes = root.putObject("attributes");
        for (final Attribute attribute : model.attributes()) {
            final ObjectNode node = attributes.putObject(attribute.name());
            final AttributeWeights weights = model.weights(attribute.index());
            final ObjectNode levels = node.putObject("levels");
            final List<String> names = PairComparator.levels(attribute.role());
            for (int level = 0; level < names.size(); level++) {
                levels.putObject(names.get(level)).put("m", weights.match()[level]).put("u", weights.unrelated()[level])
                        .put("related", weights.related()[level]).put("neighbour", weights.neighbour()[level]);
            }

            node.set("values", counts(model.frequencies(attribute.index()).values()));
            node.set("words", counts(model.frequencies(attribute.index()).words()));
        }

        return root.toString();
    }

    private static ObjectNode counts(final Frequencies.Counts counts) {
        final ObjectNode node = MAPPER.createObjectNode();
        node.put("records", counts.records()).put("rest", counts.rest()).put("expected", counts.expected());
        final ObjectNode common = node.putObject("common");
        final long[] hashes = counts.common().keySet().toLongArray();
        Arrays.sort(hashes);
        for (final long hash : hashes) {
            common.put(Long.toHexString(hash), counts.common().get(hash));
        }

        return node;
    }

    /** @throws IllegalArgumentException if the document is no model, or one for other fields */
    static MatchModel read(final String json, final MatchFields fields) {
        final JsonNode root = tree(json);
        if (root.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException("The match model is not of format %d".formatted(FORMAT));
        }

        final List<AttributeWeights> weights = new ArrayList<>();
        final List<Frequencies> frequencies = new ArrayList<>();
        final List<String> problems = new ArrayList<>();
        for (final Attribute attribute : Attribute.of(fields)) {
            final JsonNode node = root.path("attributes").path(attribute.name());
            final List<String> levels = PairComparator.levels(attribute.role());
            if (levels.stream().anyMatch(level -> !isComplete(node.path("levels").path(level)))) {
                problems.add("attribute '%s' needs m, u, related and neighbour between 0 and 1 for the levels %s".formatted(attribute.name(), levels));
                continue;
            }

            weights.add(new AttributeWeights(probabilities(node, levels, "m"), probabilities(node, levels, "u"),
                    probabilities(node, levels, "related"), probabilities(node, levels, "neighbour")));
            frequencies.add(new Frequencies(counts(node.path("values")), counts(node.path("words"))));
        }

        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The match model does not fit Match Fields: " + String.join("; ", problems));
        }

        return new MatchModel(fields, weights, frequencies, proportions(root, fields), root.path("trainedOn").asLong());
    }

    private static Proportions proportions(final JsonNode root, final MatchFields fields) {
        final Proportions unknown = Proportions.unknown(fields);
        return new Proportions(root.path("matchesPerRecord").asDouble(unknown.matchesPerRecord()),
                root.path("relatedPerRecord").asDouble(unknown.relatedPerRecord()), root.path("neighbours").asDouble(unknown.neighbours()),
                root.path("moved").asDouble(unknown.moved()));
    }

    private static boolean isComplete(final JsonNode level) {
        return isProbability(level.path("m")) && isProbability(level.path("u")) && isProbability(level.path("related"))
                && isProbability(level.path("neighbour"));
    }

    private static boolean isProbability(final JsonNode node) {
        return node.isNumber() && node.asDouble() > 0 && node.asDouble() <= 1;
    }

    private static double[] probabilities(final JsonNode attribute, final List<String> levels, final String kind) {
        return levels.stream().mapToDouble(level -> attribute.path("levels").path(level).path(kind).asDouble()).toArray();
    }

    private static Frequencies.Counts counts(final JsonNode node) {
        final Long2IntOpenHashMap common = new Long2IntOpenHashMap();
        for (final Map.Entry<String, JsonNode> entry : node.path("common").properties()) {
            common.put(Long.parseUnsignedLong(entry.getKey(), 16), entry.getValue().asInt());
        }

        return new Frequencies.Counts(common, node.path("records").asInt(), node.path("rest").asDouble(), node.path("expected").asDouble());
    }

    private static JsonNode tree(final String json) {
        try {
            return MAPPER.readTree(json);
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException("The match model is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }
}
