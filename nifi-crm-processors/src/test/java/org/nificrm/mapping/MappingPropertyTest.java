package org.nificrm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.junit.jupiter.api.Test;
import org.nificrm.customer.Issue;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.mapping.document.MappingDocument;
import org.nificrm.mapping.value.FailureCode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever a document and a record hold: a document compiles or lists its mistakes, a record is mapped or says why not. */
class MappingPropertyTest {

    private static final Set<String> CODES = Arrays.stream(FailureCode.values()).map(Enum::name).collect(Collectors.toSet());
    private static final List<String> NAMES = List.of("A", "B", "C", "名", "first_name", "last_name", "orders", "extra", "source_id");
    private static final List<String> TEXTS = List.of("", " ", "x", "Ada Lovelace", "欧阳明", "1.234", "1,234.5", "-7", "9".repeat(30), "2024-01-31", "03/04/2020",
            "31/02/2020", "true", "否", "a,b;c", "${filename}", "１２", "\u0000", "NaN", "1e9", "😀");
    private static final List<String> PATHS = List.of("/A", "/B/x", "/C[*]", "/C[0]", "./A", ".", "/", "A", "//A", "coalesce(/A, /B)", "coalesce()", "concat(/A, ' ', /B)",
            "/A[. = '1']", "/C[*][./x = '1']", "substring(/A, 0, 1)", "toDate(/A, 'yyyy')", "not(isBlank(/A))", "/A[", "nope(/A)", "/'a b'", "/A[-1]", "/A[. > 5]", "");
    private static final List<String> TYPES = List.of("string", "integer", "long", "decimal(5,2)", "decimal", "float", "double", "boolean", "date", "time", "dateTime",
            "array", "array<date>", "map", "decimal(99,1)", "intger", "array<", "");
    private static final List<String> KEYS = List.of("to", "from", "constant", "expression", "when", "split", "join", "skipEmpty", "valueMap", "type", "format", "locale",
            "default", "required", "items", "forEach", "fields", "fron");

    private final Random random = new Random(11);
    private int compiled;

    @Test
    void neverThrowsAnythingButTheListOfMistakes() {
        for (int i = 0; i < 1_000; i++) {
            final String document = document().toString();
            try {
                final MappingPlan plan = MappingDocument.compile(document, expression -> Optional.empty());
                compiled++;
                map(plan);
            } catch (final InvalidDocumentException e) {
                assertFalse(e.problems().isEmpty());
            } catch (final RuntimeException e) {
                throw new AssertionError(document, e);
            }
        }

        assertTrue(compiled > 50);
    }

    private void map(final MappingPlan plan) {
        for (int i = 0; i < 5; i++) {
            final Record record = JsonRecords.record(object(2));
            final RecordMapper mapper = plan.mappings().getFirst().open(record.getSchema(), Mapping.Settings.OF_DOCUMENT, (expression, fields) -> expression);
            final Mapped mapped = mapper.map(record);
            assertTrue(mapped.issues().stream().map(Issue::code).allMatch(CODES::contains));
            assertEquals(mapper.targetSchema(), mapped.record().getSchema());
            if (mapped.isValid()) {
                mapped.record().getSchema().getFields().stream().map(RecordField::getFieldName).forEach(mapped.record()::getValue);
            }
        }
    }

    private ObjectNode document() {
        final ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        mapping.set("unmapped", oneOf("keepInExtra", "drop", "passThrough", "fail"));
        mapping.set("onError", oneOf("collect", "setNull", "fail"));
        if (random.nextBoolean()) {
            mapping.set("sourceKey", text(PATHS));
        }

        if (random.nextInt(20) == 0) {
            mapping.set(pick(List.of("formats", "valueMaps", "stamp", "identifiedBy", "locale", "nonsense")), value(2));
        }

        final ArrayNode fields = mapping.putArray("fields");
        for (int i = random.nextInt(4); i >= 0; i--) {
            fields.add(rule(i, 2));
        }

        return mapping;
    }

    private ObjectNode rule(final int number, final int depth) {
        final ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.put("to", "/" + pick(NAMES) + number);
        switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> rule.set("constant", value(0));
            case 1 -> rule.put("expression", pick(TEXTS));
            case 2 -> rule.putArray("items").add(pick(PATHS));
            case 3 -> rule.set("from", text(PATHS));
            case 4 -> {
                rule.put("forEach", pick(PATHS));
                rule.putArray("fields").add(rule(number, depth - 1));
            }
            default -> {
                rule.put("from", "/" + pick(NAMES));
                rule.put("type", pick(TYPES));
            }
        }

        if (random.nextInt(3) == 0) {
            rule.put("when", pick(PATHS));
        }

        if (random.nextInt(6) == 0) {
            rule.set(pick(KEYS), value(2));
        }

        return rule;
    }

    private JsonNode value(final int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> JsonNodeFactory.instance.nullNode();
            case 1 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 2 -> JsonNodeFactory.instance.numberNode(random.nextInt(2000) - 1000);
            case 3 -> JsonNodeFactory.instance.numberNode(random.nextGaussian() * 1e6);
            case 5 -> object(depth - 1);
            case 6 -> JsonNodeFactory.instance.arrayNode().add(value(depth - 1)).add(value(depth - 1));
            default -> text(TEXTS);
        };
    }

    private ObjectNode object(final int depth) {
        final ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(6); i >= 0; i--) {
            object.set(random.nextBoolean() ? pick(NAMES) : "x", value(depth));
        }

        return object;
    }

    private JsonNode oneOf(final String... words) {
        return text(List.of(words));
    }

    private JsonNode text(final List<String> texts) {
        return JsonNodeFactory.instance.textNode(pick(texts));
    }

    private String pick(final List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
