package org.nificrm.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** JSON texts that people write, as trees. Comments are allowed; a key given twice is a mistake, never decided silently. */
public final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Documents() {
    }

    /**
     * Parses a document.
     *
     * @throws InvalidDocumentException if the text is no JSON object, with the place
     */
    public static ObjectNode parse(final String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return read(parser);
        } catch (final IOException e) {
            throw new InvalidDocumentException(List.of(new DocumentProblem("", "cannot be read")));
        }
    }

    private static ObjectNode read(final JsonParser parser) throws IOException {
        try {
            if (JSON.readTree(parser) instanceof final ObjectNode object) {
                return object;
            }
        } catch (final JsonProcessingException e) {
            final JsonLocation location = e.getLocation();
            final String place = location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
            throw new InvalidDocumentException(List.of(new DocumentProblem(parser.getParsingContext().pathAsPointer().toString(),
                    "is not valid JSON: %s%s".formatted(e.getOriginalMessage(), place))));
        }

        throw new InvalidDocumentException(List.of(new DocumentProblem("", "is not a JSON object; start it with {")));
    }

    /** The base document with the other laid over it: objects key by key, everything else replaced. */
    public static ObjectNode overlay(final ObjectNode base, final ObjectNode over) {
        final ObjectNode result = base.deepCopy();
        for (final Map.Entry<String, JsonNode> entry : over.properties()) {
            final JsonNode existing = result.get(entry.getKey());
            if (existing instanceof final ObjectNode below && entry.getValue() instanceof final ObjectNode above) {
                result.set(entry.getKey(), overlay(below, above));
            } else {
                result.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }

        return result;
    }
}
