package org.nificrm.delivery.rest;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small records for the tests of CRMs behind HTTP, and the way to a {@link FakeApi}. */
public final class Customers {

    public static final String KEY = "crm_key";
    public static final String LAST_NAME = "lastname";
    public static final String VERSION = "score";
    public static final String CHANGED = "changed";

    public static final Credentials CREDENTIALS = () -> Map.of("Authorization", "Bearer " + FakeApi.TOKEN);

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final RecordSchema SCHEMA = new SimpleRecordSchema(List.of(
            new RecordField(KEY, RecordFieldType.STRING.getDataType()),
            new RecordField(LAST_NAME, RecordFieldType.STRING.getDataType()),
            new RecordField(VERSION, RecordFieldType.INT.getDataType()),
            new RecordField(CHANGED, RecordFieldType.STRING.getDataType())));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Customers() {
    }

    /** @param version number of the change, which came that many seconds after the first */
    public static Record customer(final String key, final String lastName, final int version) {
        final Map<String, Object> values = new HashMap<>();
        values.put(KEY, key);
        values.put(LAST_NAME, lastName);
        values.put(VERSION, version);
        values.put(CHANGED, START.plusSeconds(version).toString());
        return new MapRecord(SCHEMA, values);
    }

    public static ApiTransport transport(final FakeApi fake, final ThrottleRule throttleRule, final Duration timeout) {
        return transport(fake, CREDENTIALS, throttleRule, timeout);
    }

    public static ApiTransport transport(final FakeApi fake, final Credentials credentials, final ThrottleRule throttleRule, final Duration timeout) {
        return new HttpTransport(HTTP, fake.address(), credentials, new RateLimiter(Double.POSITIVE_INFINITY, 4), throttleRule, timeout);
    }
}
