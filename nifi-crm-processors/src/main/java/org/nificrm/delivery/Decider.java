package org.nificrm.delivery;

import org.nificrm.delivery.Outcome.Status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides what becomes of one record, given what the CRM holds. The same two sides always give the same decision, and
 * what a decision wrote is UNCHANGED when it is decided again: replays are harmless.
 */
final class Decider {

    /** How far a clock may be ahead before its timestamps count as wrong: more than machines drift, less than a time zone. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final DeliverySettings settings;
    private final String timestampField;
    private final Set<String> keyFields;
    private final Clock clock;

    Decider(final DeliverySettings settings, final Clock clock) {
        this.settings = settings;
        this.timestampField = settings.target().timestampField().orElse(null);
        this.keyFields = Set.copyOf(settings.target().keyFields());
        this.clock = clock;
    }

    /**
     * @param existing what the CRM holds, or null if it has no such record
     */
    Decision decide(final Candidate candidate, final Existing existing) throws UnfitValueException {
        if (settings.comparesTime()) {
            checkTimestamp(candidate);
        }

        return existing == null ? decideNew(candidate) : decideExisting(candidate, existing);
    }

    /**
     * Decides what becomes of a record that was merged into another.
     *
     * @param candidate what marks it, with the time of the record that took its place
     * @param existing  what the CRM holds, or null if it has no such record
     */
    Decision retire(final Candidate candidate, final Existing existing) throws UnfitValueException {
        if (existing == null) {
            return Decision.settled(Status.UNCHANGED, null, null, null);
        }

        if (settings.comparesTime() && age(candidate, existing) < 0) {
            return stale(existing);
        }

        return settings.supersession().orElseThrow().treatment() == SupersededRecords.DELETE
                ? Decision.write(Operation.delete(candidate.key(), existing))
                : update(candidate, changes(candidate, existing), existing);
    }

    private void checkTimestamp(final Candidate candidate) throws UnfitValueException {
        if (candidate.timestamp() == null) {
            throw new UnfitValueException("TIMESTAMP_MISSING",
                    "Source Timestamp Field '%s' has no value, so it cannot be known which side is newer".formatted(timestampField));
        }

        if (isInFuture(candidate.timestamp())) {
            throw new UnfitValueException("TIMESTAMP_IN_FUTURE",
                    "Source Timestamp Field '%s' lies in the future and would win for ever. Check clock and time zone of the source"
                            .formatted(timestampField));
        }
    }

    private boolean isInFuture(final Instant timestamp) {
        return timestamp.isAfter(clock.instant().plus(CLOCK_TOLERANCE));
    }

    private Decision decideNew(final Candidate candidate) {
        return switch (settings.mode()) {
            case UPSERT, INSERT_ONLY -> Decision.write(Operation.create(candidate.key(), candidate.values()));
            case UPDATE_ONLY -> Decision.settled(Status.REJECTED, null, "NOT_FOUND", "The CRM has no record with this key to update");
            case DELETE -> Decision.settled(Status.UNCHANGED, null, "NOT_FOUND", "The CRM has no record with this key to delete");
        };
    }

    private Decision decideExisting(final Candidate candidate, final Existing existing) throws UnfitValueException {
        return switch (settings.mode()) {
            case UPSERT, UPDATE_ONLY -> decideUpdate(candidate, existing);
            case INSERT_ONLY -> changes(candidate, existing).isEmpty()
                    ? unchanged(existing)
                    : Decision.settled(Status.CONFLICT, existing, "EXISTS", "The CRM already has a record with this key and other values");
            case DELETE -> settings.comparesTime() && age(candidate, existing) < 0
                    ? stale(existing)
                    : Decision.write(Operation.delete(candidate.key(), existing));
        };
    }

    private Decision decideUpdate(final Candidate candidate, final Existing existing) throws UnfitValueException {
        final Map<String, Object> changes = changes(candidate, existing);
        return switch (settings.policy()) {
            case SOURCE_WINS -> update(candidate, changes, existing);
            case TARGET_WINS -> changes.isEmpty()
                    ? unchanged(existing)
                    : Decision.settled(Status.UNCHANGED, existing, "TARGET_WINS", "The CRM keeps its values of: " + names(changes));
            case FAIL -> changes.isEmpty()
                    ? unchanged(existing)
                    : Decision.settled(Status.CONFLICT, existing, "DIFFERENT", "The CRM holds other values of: " + names(changes));
            case FILL_BLANKS -> update(candidate, fillBlanks(changes, existing), existing);
            case LAST_WRITER_WINS -> lastWriterWins(candidate, changes, existing);
            case MERGE_FIELDS -> mergeFields(candidate, changes, existing);
        };
    }

    private Decision lastWriterWins(final Candidate candidate, final Map<String, Object> changes, final Existing existing) throws UnfitValueException {
        final int age = age(candidate, existing);
        if (age < 0) {
            return stale(existing);
        }

        if (age == 0 && !changes.isEmpty() && !winsTie(changes, existing)) {
            return Decision.settled(Status.STALE, existing, "TIE",
                    "The CRM holds other values of the same instant (%s); the greater ones stay".formatted(names(changes)));
        }

        return update(candidate, changes, existing);
    }

    private Decision mergeFields(final Candidate candidate, final Map<String, Object> changes, final Existing existing) throws UnfitValueException {
        final int age = settings.comparesTime() ? age(candidate, existing) : 1;
        if (age > 0 || age == 0 && winsTie(changes, existing)) {
            changes.values().removeIf(Objects::isNull);
            return update(candidate, changes, existing);
        }

        return update(candidate, fillBlanks(changes, existing), existing);
    }

    /** Positive if the record is newer than what the CRM holds, negative if it is older. A time nobody can believe is oldest. */
    private int age(final Candidate candidate, final Existing existing) throws UnfitValueException {
        final Instant stored = SourceTime.read(timestampField, existing.value(timestampField));
        return stored == null || isInFuture(stored) ? 1 : candidate.timestamp().compareTo(stored);
    }

    /** Compares by value, so that the winner is the same whichever of the two came first. */
    private static boolean winsTie(final Map<String, Object> changes, final Existing existing) {
        for (final String field : new TreeSet<>(changes.keySet())) {
            final int order = Objects.toString(changes.get(field), "").compareTo(Objects.toString(existing.value(field), ""));
            if (order != 0) {
                return order > 0;
            }
        }

        return false;
    }

    private Map<String, Object> changes(final Candidate candidate, final Existing existing) {
        final Map<String, Object> changes = new LinkedHashMap<>();
        candidate.values().forEach((field, value) -> {
            if (!keyFields.contains(field) && !Objects.equals(value, existing.value(field))) {
                changes.put(field, value);
            }
        });
        return changes;
    }

    private static Map<String, Object> fillBlanks(final Map<String, Object> changes, final Existing existing) {
        changes.entrySet().removeIf(change -> change.getValue() == null || !isBlank(existing.value(change.getKey())));
        return changes;
    }

    private static boolean isBlank(final Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private static Decision update(final Candidate candidate, final Map<String, Object> changes, final Existing existing) {
        return changes.isEmpty() ? unchanged(existing) : Decision.write(Operation.update(candidate.key(), changes, existing));
    }

    private static Decision unchanged(final Existing existing) {
        return Decision.settled(Status.UNCHANGED, existing, null, null);
    }

    private static Decision stale(final Existing existing) {
        return Decision.settled(Status.STALE, existing, "OLDER", "The CRM holds newer data");
    }

    private static String names(final Map<String, Object> changes) {
        return String.join(", ", changes.keySet());
    }
}
