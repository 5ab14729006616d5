package org.nificrm.record.dedup;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class RecordContentTest {

    @Test
    void valuesComeBackWithTheirTypes() {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "欧阳 明");
        values.put("vip", true);
        values.put("visits", 12L);
        values.put("limit", new BigDecimal("12500.50"));
        values.put("born", Date.valueOf("1985-03-07"));
        values.put("seen", Timestamp.from(Instant.parse("2026-01-02T03:04:05.678Z")));
        values.put("extra", Map.of("fax", "010"));

        final Record decoded = RecordContent.decode(RecordContent.encode(record(values)));

        assertEquals(values, decoded.toMap());
        assertEquals(RecordFieldType.DATE, decoded.getSchema().getDataType("born").orElseThrow().getFieldType());
        assertEquals(RecordFieldType.TIMESTAMP, decoded.getSchema().getDataType("seen").orElseThrow().getFieldType());
        assertEquals(RecordFieldType.DECIMAL, decoded.getSchema().getDataType("limit").orElseThrow().getFieldType());
    }

    @Test
    void listsAndNestedRecordsComeBack() {
        final Record nested = record(Map.of("city", "杭州"));

        final Record decoded = RecordContent.decode(RecordContent.encode(record(Map.of("emails", new Object[] {"a@x.org", "b@x.org"}, "home", nested))));

        assertArrayEquals(new Object[] {"a@x.org", "b@x.org"}, (Object[]) decoded.getValue("emails"));
        assertEquals("杭州", ((Record) decoded.getValue("home")).getValue("city"));
    }

    @Test
    void whatIsMissingIsNotKept() {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", null);

        assertFalse(RecordContent.decode(RecordContent.encode(record(values))).getSchema().getField("name").isPresent());
    }

    private static Record record(final Map<String, Object> values) {
        final List<RecordField> fields = values.keySet().stream().map(name -> new RecordField(name, RecordFieldType.STRING.getDataType())).toList();
        return new MapRecord(new SimpleRecordSchema(fields), values);
    }
}
