package org.nificrm.delivery;

import org.nificrm.delivery.CrmException.Kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A CRM in memory, without transactions, whose calls fail as a test tells it. */
final class FakeCrm implements CrmClient {

    /** What goes wrong with one write. */
    enum Fault {
        NONE,
        /** The connection broke before the CRM did anything, or after it did everything. */
        LOST_BEFORE, LOST_AFTER,
        /** The answer came, and says nothing about any record. */
        SILENT_AFTER,
        /** Fewer answers than records. */
        SHORT_ANSWER,
        /** Too many requests. */
        THROTTLED,
        /** Every record refused for now. */
        BUSY
    }

    /** Chooses the fault of the next write. */
    interface Faults {
        Fault next();
    }

    private final Map<Key, Map<String, Object>> records = new TreeMap<>();
    private final Set<Object> refusedWhole = new HashSet<>();
    private final Map<Key, Integer> matches = new HashMap<>();
    private final int maxBatch;
    private Faults faults = () -> Fault.NONE;
    private boolean down;
    private int deadlocks;
    private int writes;
    private int lookups;

    FakeCrm(final int maxBatch) {
        this.maxBatch = maxBatch;
    }

    void failWith(final Faults chosen) {
        faults = chosen;
    }

    void setDown(final boolean isDown) {
        down = isDown;
    }

    /** Makes the next look-ups fail in a way that another attempt may mend. */
    void deadlockLookups(final int times) {
        deadlocks = times;
    }

    /** Makes the CRM refuse every batch in which a record has this last name. */
    void refuseBatchesWith(final Object lastName) {
        refusedWhole.add(lastName);
    }

    void pretendMatches(final Key key, final int count) {
        matches.put(key, count);
    }

    Map<Key, Map<String, Object>> records() {
        return records;
    }

    Object value(final String key, final String field) {
        return records.get(Key.of(key)).get(field);
    }

    int writes() {
        return writes;
    }

    int lookups() {
        return lookups;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(maxBatch, true, true, false, false, true, false);
    }

    @Override
    public String address() {
        return "fake://crm";
    }

    @Override
    public boolean hasField(final String field) {
        return !field.equals("unknown");
    }

    @Override
    public Object convert(final String field, final Object value) throws UnfitValueException {
        if ("unfit".equals(value)) {
            throw new UnfitValueException("UNFIT", field);
        }

        return value;
    }

    @Override
    public Map<Key, List<Existing>> lookup(final Collection<Key> keys, final Set<String> fields) throws CrmException {
        lookups++;
        checkUp();
        if (keys.size() > maxBatch) {
            throw new IllegalStateException("a look-up of " + keys.size());
        }

        if (deadlocks-- > 0) {
            throw new CrmException(Kind.TRANSIENT, "DEADLOCK", "Deadlock", null);
        }

        final Map<Key, List<Existing>> found = new HashMap<>();
        for (final Key key : keys) {
            final Map<String, Object> values = records.get(key);
            if (values != null) {
                final List<Existing> existing = new ArrayList<>();
                for (int i = 0; i < matches.getOrDefault(key, 1); i++) {
                    existing.add(new Existing("id-" + key.single(), null, values));
                }

                found.put(key, existing);
            }
        }

        return found;
    }

    private void checkUp() throws CrmException {
        if (down) {
            throw new CrmException(Kind.UNAVAILABLE, "DOWN", "The CRM is down", null);
        }
    }

    @Override
    public List<Outcome> write(final List<Operation> operations) throws CrmException {
        writes++;
        checkUp();
        if (operations.size() > maxBatch) {
            throw new IllegalStateException("a batch of " + operations.size());
        }

        if (operations.stream().anyMatch(operation -> refusedWhole.contains(operation.values().get("last_name")))) {
            throw new CrmException(Kind.REFUSED, "BAD_RECORD", "One of the records is bad", null);
        }

        return switch (faults.next()) {
            case NONE -> apply(operations);
            case LOST_BEFORE -> throw new CrmException(Kind.TRANSIENT, "RESET", "Connection reset", null);
            case LOST_AFTER -> {
                apply(operations);
                throw new CrmException(Kind.TRANSIENT, "RESET", "Connection reset", null);
            }
            case SILENT_AFTER -> {
                apply(operations);
                yield operations.stream().map(operation -> Outcome.unknown("SILENT", "No answer")).toList();
            }
            case SHORT_ANSWER -> apply(operations).subList(1, operations.size());
            case THROTTLED -> operations.stream().map(operation -> Outcome.retryable("THROTTLED", "Wait", Duration.ofHours(1))).toList();
            case BUSY -> operations.stream().map(operation -> Outcome.retryable("BUSY", "Wait", null)).toList();
        };
    }

    private List<Outcome> apply(final List<Operation> operations) {
        return operations.stream().map(this::apply).toList();
    }

    private Outcome apply(final Operation operation) {
        final String id = "id-" + operation.key().single();
        return switch (operation.type()) {
            case CREATE -> {
                if (records.putIfAbsent(operation.key(), new LinkedHashMap<>(operation.values())) != null) {
                    throw new IllegalStateException("created twice");
                }

                yield Outcome.created(id);
            }
            case UPDATE -> {
                records.get(operation.key()).putAll(operation.values());
                yield Outcome.updated(id);
            }
            case DELETE -> {
                records.remove(operation.key());
                yield Outcome.deleted(id);
            }
        };
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
