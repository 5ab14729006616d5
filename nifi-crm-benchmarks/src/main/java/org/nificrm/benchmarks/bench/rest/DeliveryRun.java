package org.nificrm.benchmarks.bench.rest;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.declared.ApiDocument;
import org.nificrm.delivery.declared.DeclaredApi;
import org.nificrm.delivery.declared.DeclaredClient;
import org.nificrm.delivery.declared.Preset;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.HttpTransport;
import org.nificrm.delivery.rest.RateLimiter;
import org.nificrm.document.Documents;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Customers into a {@link FakeCrm}, as PutCrmCustomer writes them: in units of its default batch size, by one task. */
final class DeliveryRun implements AutoCloseable {

    static final int UNIT = 1000;

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Target TARGET = new Target("res.partner", List.of("ref"), Optional.of("write_time"));
    private static final RecordSchema SCHEMA = new SimpleRecordSchema(Stream.of("ref", "name", "email", "phone", "city", "write_time")
            .map(name -> new RecordField(name, RecordFieldType.STRING.getDataType())).toList());

    private final ApiTransport transport;
    private final CrmClient client;
    private final Delivery delivery;

    /**
     * @param perSecond  requests a second; positive infinity for no limit
     * @param concurrent requests at a time
     */
    DeliveryRun(final FakeCrm crm, final double perSecond, final int concurrent) throws CrmException {
        final ApiDocument document = ApiDocument.compile(Documents.parse(Preset.ODOO.document()));
        transport = new HttpTransport(HttpClient.newHttpClient(), URI.create(crm.address()), Map::of, new RateLimiter(perSecond, concurrent),
                document.throttleRule(), Duration.ofSeconds(30));
        final DeclaredApi api = new DeclaredApi(transport, document);
        client = new DeclaredClient(api, api.object(TARGET.object()), TARGET, api::object);
        delivery = new Delivery(client, new DeliverySettings(TARGET, ConflictPolicy.LAST_WRITER_WINS, WriteMode.UPSERT, NullValues.IGNORE, 3, false));
    }

    /** Delivers customers that the CRM has not, from one number to another. */
    void create(final int from, final int to) throws CrmException {
        for (int first = from; first < to; first += UNIT) {
            final List<Record> unit = new ArrayList<>(UNIT);
            for (int number = first; number < Math.min(first + UNIT, to); number++) {
                unit.add(customer(number));
            }

            for (final Outcome outcome : delivery.deliver(unit)) {
                if (outcome.status() != Outcome.Status.CREATED) {
                    throw new IllegalStateException("A record that was to be created is " + outcome.status());
                }
            }
        }
    }

    private static Record customer(final int number) {
        final Map<String, Object> values = HashMap.newHashMap(6);
        values.put("ref", "C-" + number);
        values.put("name", "Customer " + number);
        values.put("email", "customer" + number + "@example.org");
        values.put("phone", "+44 20 7946 " + number % 10_000);
        values.put("city", "London");
        values.put("write_time", START.plusSeconds(number).toString());
        return new MapRecord(SCHEMA, values);
    }

    @Override
    public void close() {
        client.close();
        transport.close();
    }
}
