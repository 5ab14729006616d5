package org.nificrm.delivery;

import org.apache.nifi.serialization.record.Record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which records of the CRM a record supersedes, and how each is to look afterwards. */
final class SupersededReader {

    private final CrmClient client;
    private final Target target;
    private final Supersession supersession;
    private final String keyField;

    SupersededReader(final CrmClient client, final Target target, final Supersession supersession) {
        this.client = client;
        this.target = target;
        this.supersession = supersession;
        this.keyField = target.keyFields().getFirst();
    }

    /** A record that is written is alive, though it may have been superseded before. */
    void clearSuccessor(final Map<String, Object> values) {
        supersession.successorField().ifPresent(field -> values.put(field, null));
    }

    /** @param values of the record that takes their place; its time becomes theirs, so that late older versions of them stay stale */
    List<Candidate> read(final Record record, final Key successor, final Instant timestamp, final Map<String, Object> values)
            throws UnfitValueException, CrmException {
        final List<Candidate> superseded = new ArrayList<>();
        for (final Object id : ids(record.getValue(supersession.idsField()))) {
            final Key key = client.normalize(Key.of(client.convert(keyField, id)));
            if (!key.equals(successor)) {
                superseded.add(new Candidate(key, timestamp, marks(successor, values), List.of()));
            }
        }

        return superseded;
    }

    private static Collection<?> ids(final Object value) {
        return switch (value) {
            case null -> List.of();
            case Object[] array -> Arrays.asList(array);
            case Collection<?> collection -> collection;
            default -> List.of(value);
        };
    }

    private Map<String, Object> marks(final Key successor, final Map<String, Object> values) throws UnfitValueException, CrmException {
        final Map<String, Object> marks = new LinkedHashMap<>();
        if (supersession.treatment() == SupersededRecords.MARK) {
            for (final Map.Entry<String, Object> mark : supersession.marks().entrySet()) {
                marks.put(mark.getKey(), mark.getValue() == null ? null : client.convert(mark.getKey(), mark.getValue()));
            }

            if (supersession.successorField().isPresent()) {
                marks.put(supersession.successorField().get(), client.convert(supersession.successorField().get(), successor.single()));
            }

            target.timestampField().ifPresent(field -> marks.put(field, values.get(field)));
        }

        return marks;
    }
}
