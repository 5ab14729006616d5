package org.nificrm.benchmarks.bench.map;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.benchmarks.CpuTime;
import org.nificrm.mapping.Mapping;
import org.nificrm.mapping.RecordMapper;
import org.nificrm.mapping.document.MappingDocument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The mapping engine on records that are in memory already, on one core. */
final class EngineRun {

    private EngineRun() {
    }

    static double recordsPerSecond(final int records, final int rounds) {
        final RecordSchema schema = new SimpleRecordSchema(Workload.SOURCE_FIELDS.stream()
                .map(name -> new RecordField(name, RecordFieldType.STRING.getDataType())).toList());
        final List<Record> sources = records(schema, records);
        final RecordMapper mapper = MappingDocument.compile(Workload.DOCUMENT, expression -> Optional.empty()).mappings().getFirst()
                .open(schema, Mapping.Settings.OF_DOCUMENT, (expression, fields) -> null);
        double best = 0;
        for (int round = 0; round < rounds; round++) {
            final double start = CpuTime.seconds();
            for (final Record source : sources) {
                if (!mapper.map(source).isValid()) {
                    throw new IllegalStateException("the workload has an invalid record");
                }
            }

            best = Math.max(best, records / (CpuTime.seconds() - start));
        }

        return best;
    }

    private static List<Record> records(final RecordSchema schema, final int count) {
        final Random random = new Random(7);
        final List<Record> records = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            final List<String> customer = Workload.customer(i, random);
            final Map<String, Object> values = new LinkedHashMap<>();
            for (int field = 0; field < customer.size(); field++) {
                values.put(Workload.SOURCE_FIELDS.get(field), customer.get(field));
            }

            records.add(new MapRecord(schema, values));
        }

        return records;
    }
}
