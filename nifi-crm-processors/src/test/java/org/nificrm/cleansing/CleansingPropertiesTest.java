package org.nificrm.cleansing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.Test;
import org.nificrm.Fuzz;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.samples.CustomerRow;
import org.nificrm.samples.Sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every rule and every input. The profile {@code fuzz} raises the number of random records to a million. */
class CleansingPropertiesTest {

    private static final int RANDOM_RECORDS = Fuzz.inputs(2_000);
    private static final int SAMPLE_RECORDS = 2_000;
    private static final List<String> FIELDS = CustomerSchema.SCHEMA.getFieldNames().stream()
            .filter(name -> CustomerSchema.SCHEMA.getDataType(name).orElseThrow().getFieldType().name().equals("STRING")).toList();
    private static final String[] PIECES = {"张", "伟", "先生", "Dr.", "van", "O'", "@", "example.org", "gmail.con", "+86", "138", "0013", "8000", "转", "ext", "/", ";", ",", " ",
        "\u3000", "\u200b", "\ufffd", "Ａ", "é", "e\u0301", "N/A", "无", "CN", "Germany", "北京市", "朝阳区", "有限公司", "GmbH", "1990", "-", "02", "30", "年", "月", "\"", "(", ")", "'",
        "\ud83d\ude00", "\ud83d", "x", "\n", "\u202e", "0", "1", "9", "E+10", "*", "110101199003070010", "null", "test", "MÜLLER", "ß"};

    private final RecordCleanser cleanser = new CleansingPlan(rules(), FieldRoles.DEFAULT, List.of()).forSchema(CustomerSchema.SCHEMA, "CN");

    private static RulesDocument rules() {
        final ObjectNode document = RulesDocument.effective(null);
        document.remove("quality");
        return RulesDocument.compile(document, CleansingOptions.DEFAULT);
    }

    @Test
    void cleansingTwiceChangesNothingMore() {
        for (final CustomerRow row : new Sample(7, SAMPLE_RECORDS)) {
            assertSettled(record(row));
        }

        final Random random = Fuzz.random(20);
        for (int i = 0; i < RANDOM_RECORDS; i++) {
            assertSettled(record(random));
        }
    }

    private void assertSettled(final Record input) {
        final Record once = cleanser.cleanse(input).record();
        final Cleansed twice = cleanser.cleanse(once);

        final List<Finding> changes = twice.findings().stream().filter(finding -> finding.action() != Action.KEPT).toList();
        assertEquals(List.of(), changes);
        assertEquals(shown(once), shown(twice.record()));
    }

    @Test
    void everyDifferenceIsTold() {
        final Random random = Fuzz.random(21);
        for (int i = 0; i < RANDOM_RECORDS; i++) {
            final Record input = record(random);
            final Cleansed cleansed = cleanser.cleanse(input);
            final Map<String, Object> before = shown(input);
            shown(cleansed.record()).forEach((name, value) -> {
                if (!value.equals(before.get(name))) {
                    assertTrue(cleansed.findings().stream().anyMatch(finding -> finding.action() != Action.KEPT && finding.field() != null
                            && (finding.field() + "/").startsWith("/" + name + "/")), () -> name + " of " + before);
                }
            });
        }
    }

    @Test
    void aValueGoesOnlyAsAPlaceholder() {
        final Random random = Fuzz.random(22);
        for (int i = 0; i < RANDOM_RECORDS; i++) {
            final Record input = record(random);
            final Cleansed cleansed = cleanser.cleanse(input);
            for (final FieldState field : cleansed.fields()) {
                final Object before = input.getValue(field.field().substring(1));
                final Object after = cleansed.record().getValue(field.field().substring(1));
                assertTrue(before == null || after != null || field.placeholder(), () -> field + " of " + shown(input));
            }
        }
    }

    @Test
    void theRecordThatCameStaysAsItWas() {
        final Random random = Fuzz.random(23);
        for (int i = 0; i < RANDOM_RECORDS / 4; i++) {
            final Record input = record(random);
            final Map<String, Object> before = shown(input);
            assertNotNull(cleanser.cleanse(input));
            assertEquals(before, shown(input));
        }
    }

    private static Record record(final CustomerRow row) {
        return new MapRecord(CustomerSchema.SCHEMA, new LinkedHashMap<>(row.values()));
    }

    private static Record record(final Random random) {
        final Map<String, Object> values = new LinkedHashMap<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            values.put(FIELDS.get(random.nextInt(FIELDS.size())), text(random));
        }

        if (random.nextInt(4) == 0) {
            values.put(CustomerSchema.PHONES, new Object[] {text(random), text(random)});
        }

        return new MapRecord(CustomerSchema.SCHEMA, values);
    }

    private static String text(final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i >= 0; i--) {
            if (random.nextInt(6) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }

        return text.toString();
    }

    private static Map<String, Object> shown(final Record record) {
        final Map<String, Object> values = new HashMap<>();
        record.toMap().forEach((name, value) -> {
            if (value != null) {
                values.put(name, value instanceof final Object[] array ? Arrays.asList(array.clone()) : value);
            }
        });
        return values;
    }
}
