package org.nificrm.delivery.hubspot;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.HttpTransport;
import org.nificrm.delivery.rest.RateLimiter;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contacts of a fake HubSpot as the target of deliveries. */
final class HubSpotTarget {

    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    static final Target TARGET = new Target("contacts", List.of("crm_key"), Optional.of("changed"));
    static final Credentials CREDENTIALS = () -> Map.of("Authorization", "Bearer " + FakeHubSpot.TOKEN);

    private static final RecordSchema SCHEMA = new SimpleRecordSchema(List.of(
            new RecordField("crm_key", RecordFieldType.STRING.getDataType()),
            new RecordField("lastname", RecordFieldType.STRING.getDataType()),
            new RecordField("score", RecordFieldType.INT.getDataType()),
            new RecordField("changed", RecordFieldType.STRING.getDataType())));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private HubSpotTarget() {
    }

    static ApiTransport transport(final FakeHubSpot fake) {
        return transport(fake, CREDENTIALS);
    }

    static ApiTransport transport(final FakeHubSpot fake, final Credentials credentials) {
        final RateLimiter limiter = new RateLimiter(Double.POSITIVE_INFINITY, 4);
        return new HttpTransport(HTTP, fake.address(), credentials, limiter, HubSpotApi.THROTTLE_RULE, Duration.ofSeconds(20));
    }

    static HubSpotClient client(final HubSpotApi api) throws CrmException {
        return new HubSpotClient(api, api.object("contacts"), TARGET);
    }

    static Delivery delivery(final HubSpotClient client, final WriteMode mode) {
        return new Delivery(client, new DeliverySettings(TARGET, ConflictPolicy.LAST_WRITER_WINS, mode, NullValues.IGNORE, 3, false));
    }

    static List<Outcome> deliver(final FakeHubSpot fake, final Record... records) throws CrmException {
        return delivery(client(new HubSpotApi(transport(fake), "v3")), WriteMode.UPSERT).deliver(List.of(records));
    }

    static Record customer(final String key, final String lastName, final int version) {
        final Map<String, Object> values = new HashMap<>();
        values.put("crm_key", key);
        values.put("lastname", lastName);
        values.put("score", version);
        values.put("changed", START.plusSeconds(version).toString());
        return new MapRecord(SCHEMA, values);
    }
}
