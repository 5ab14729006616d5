package org.nificrm.record.dedup;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.Test;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class MatchInputTest {

    private final MatchInput input = new MatchInput(MatchFields.parse("{\"name\": \"full_name\", \"emails\": \"email\"}"));

    @Test
    void theValuesStandInTheOrderOfTheMatchFields() {
        final SourceRecord read = input.read(record(Map.of("source_system", "crm", "source_id", 17, "name", "Ada Lovelace", "emails", new Object[] {"a@x.org", "b@x.org"})));

        assertEquals(new SourceKey("crm", "17"), read.key());
        assertArrayEquals(new String[] {"Ada Lovelace", "a@x.org" + SourceRecord.ELEMENT_SEPARATOR + "b@x.org"}, read.values());
    }

    @Test
    void aRecordWithoutSourceIdKeepsItsIdentityWhenItComesAgain() {
        final SourceKey key = input.read(record(Map.of("name", "Ada Lovelace"))).key();

        assertEquals(key, input.read(record(Map.of("name", "Ada Lovelace"))).key());
        assertNotEquals(key, input.read(record(Map.of("name", "Alan Turing"))).key());
    }

    private static Record record(final Map<String, Object> values) {
        return new MapRecord(new SimpleRecordSchema(List.of()), new HashMap<>(values));
    }
}
