package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.jdbc.JdbcDatabase;
import org.nificrm.delivery.jdbc.JdbcTableClient;
import org.nificrm.delivery.jdbc.TestDatabase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Carries out what the documentation says: the table that JdbcCrmClient asks for, and the conflict policies on it. */
class PutCrmCustomerDocumentationTest {

    private static final TestDatabase DATABASE = TestDatabase.H2;
    private static final String PROCESSOR = read("org.nificrm.processors.PutCrmCustomer");
    private static final String SERVICE = read("org.nificrm.services.JdbcCrmClient");
    private static final String OLDER_TIME = "2024-02-01T00:00:00Z";

    /** One row of a table of policies: what the CRM holds afterwards, the status, and that of the repetition where it is told. */
    private record Row(ConflictPolicy policy, boolean older, String held, String status, String repeated) {
    }

    static Stream<Row> rows() {
        final String section = PROCESSOR.substring(PROCESSOR.indexOf("## Conflict policies"));
        final int older = section.indexOf("Had the record come");
        final Matcher row = Pattern.compile("\\| `([A-Z_]+)` \\| ([^|]+) \\| (\\w+) \\|(?: (\\w+) \\|)?").matcher(section);
        final List<Row> rows = new ArrayList<>();
        while (row.find()) {
            rows.add(new Row(ConflictPolicy.valueOf(row.group(1)), row.start() > older, row.group(2), row.group(3), row.group(4)));
        }

        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachPolicyDoesWhatItsRowSays(final Row row) throws Exception {
        final Matcher examples = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL).matcher(PROCESSOR);
        examples.find();
        final Record held = record(examples.group(1));
        examples.find();
        final Record late = record(row.older() ? examples.group(1).replaceFirst("2024-04-01T00:00:00Z", OLDER_TIME) : examples.group(1));
        DATABASE.execute("DROP TABLE IF EXISTS customers");
        DATABASE.execute(sql());
        deliver(ConflictPolicy.SOURCE_WINS, held);

        assertEquals(row.status(), deliver(row.policy(), late));
        assertEquals(List.of(row.held().replace(", ", "|")), DATABASE.query("SELECT last_name, city FROM customers"));
        if (row.repeated() != null) {
            assertEquals(row.repeated(), deliver(row.policy(), late));
        }
    }

    private static String sql() {
        final Matcher matcher = Pattern.compile("```sql\n(.*?)\n```", Pattern.DOTALL).matcher(SERVICE);
        matcher.find();
        return matcher.group(1);
    }

    private static String deliver(final ConflictPolicy policy, final Record record) throws Exception {
        final Target target = new Target("customers", List.of("source_system", "source_id"), Optional.of("updated_at"));
        final JdbcDatabase database = JdbcDatabase.connect(DATABASE::connect);
        try (JdbcTableClient client = new JdbcTableClient(DATABASE::connect, database.table("customers"), database.dialect(), target, database.address())) {
            final Outcome outcome = new Delivery(client, new DeliverySettings(target, policy, WriteMode.UPSERT, NullValues.IGNORE, 1, false))
                    .deliver(List.of(record)).getFirst();
            return outcome.status().name().toLowerCase(Locale.ROOT);
        }
    }

    private static Record record(final String json) throws IOException {
        final Map<String, Object> values = new LinkedHashMap<>();
        final List<RecordField> fields = new ArrayList<>();
        for (final Map.Entry<String, JsonNode> property : new ObjectMapper().readTree(json).properties()) {
            values.put(property.getKey(), property.getValue().isNull() ? null : property.getValue().asText());
            fields.add(new RecordField(property.getKey(), RecordFieldType.STRING.getDataType()));
        }

        return new MapRecord(new SimpleRecordSchema(fields), values);
    }

    private static String read(final String component) {
        try (InputStream resource = PutCrmCustomer.class.getResourceAsStream("/docs/%s/additionalDetails.md".formatted(component))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
