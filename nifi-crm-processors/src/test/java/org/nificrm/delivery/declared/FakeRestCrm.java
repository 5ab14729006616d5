package org.nificrm.delivery.declared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.FakeRequest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the fakes of CRMs that write one record at a time have in common: records by id, and deleted ones that keep their keys. */
abstract class FakeRestCrm extends FakeApi {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, ObjectNode> records = new LinkedHashMap<>();
    private final Map<String, ObjectNode> deleted = new LinkedHashMap<>();
    private final String keyField;
    private final String changedField;
    private int lastId;

    /** The fields of {@link Customers} by their own names. */
    FakeRestCrm(final long seed) throws IOException {
        this(seed, Customers.KEY, Customers.CHANGED);
    }

    FakeRestCrm(final long seed, final String keyField, final String changedField) throws IOException {
        super(seed);
        this.keyField = keyField;
        this.changedField = changedField;
    }

    static JsonNode json(final String text) {
        try {
            return MAPPER.readTree(text);
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    protected boolean isAuthorized(final FakeRequest request) {
        return TOKEN.equals(request.header("X-Api-Key")) || TOKEN.equals(request.header("DOLAPIKEY")) || super.isAuthorized(request);
    }

    @Override
    public synchronized long count(final String key) {
        return records.values().stream().filter(record -> isKey(record, key)).count();
    }

    @Override
    public synchronized String value(final String key, final String field) {
        return records.values().stream().filter(record -> isKey(record, key)).map(record -> record.path(field).asText()).findFirst().orElse(null);
    }

    private boolean isKey(final ObjectNode record, final String key) {
        return record.path(keyField).asText().equalsIgnoreCase(key);
    }

    final synchronized int size() {
        return records.size();
    }

    final List<Map.Entry<String, ObjectNode>> find(final String field, final List<String> values) {
        return records.entrySet().stream()
                .filter(record -> values.stream().anyMatch(value -> value.equalsIgnoreCase(record.getValue().path(field).asText()))).toList();
    }

    final boolean exists(final String id) {
        return records.containsKey(id);
    }

    /** Deleted records are not shown, but their ids and their values are taken. */
    final boolean isTaken(final String id) {
        return records.containsKey(id) || deleted.containsKey(id);
    }

    final boolean isKeyTaken(final String key) {
        return count(key) > 0 || deleted.values().stream().anyMatch(record -> isKey(record, key));
    }

    final String nextId() {
        lastId++;
        return Integer.toString(lastId);
    }

    final ObjectNode record(final String id) {
        return records.get(id);
    }

    final ObjectNode store(final String id, final JsonNode values) {
        final ObjectNode record = records.computeIfAbsent(id, one -> MAPPER.createObjectNode());
        if (values.has(changedField)) {
            replaced(record.path(changedField).asText(), values.path(changedField).asText());
        }

        values.properties().forEach(value -> record.set(value.getKey(), value.getValue()));
        record.put("versionNumber", record.path("versionNumber").asInt() + 1);
        return record;
    }

    /** Another writer touches the record. */
    final void touch(final String id) {
        store(id, MAPPER.createObjectNode());
    }

    final synchronized void delete(final String id) {
        deleted.put(id, Objects.requireNonNull(records.remove(id)));
    }

    static FakeAnswer ok(final Object body) {
        return FakeAnswer.text(200, "application/json", body.toString());
    }
}
