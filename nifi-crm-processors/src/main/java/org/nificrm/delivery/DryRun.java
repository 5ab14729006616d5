package org.nificrm.delivery;

import org.nificrm.delivery.Outcome.Change;
import org.nificrm.delivery.Outcome.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operation would do, without doing it. */
final class DryRun {

    private static final String CODE = "DRY_RUN";

    private DryRun() {
    }

    static Outcome outcome(final Operation operation) {
        final Existing existing = operation.existing();
        return switch (operation.type()) {
            case CREATE -> new Outcome(Status.CREATED, null, CODE, "Would be created", null, changes(operation));
            case UPDATE -> new Outcome(Status.UPDATED, existing.id(), CODE, "Would be updated", null, changes(operation));
            case DELETE -> new Outcome(Status.DELETED, existing.id(), CODE, "Would be deleted", null, List.of());
        };
    }

    private static List<Change> changes(final Operation operation) {
        final Existing existing = operation.existing();
        final List<Change> changes = new ArrayList<>();
        operation.values().forEach((field, after) -> changes.add(new Change(field, existing == null ? null : existing.value(field), after)));
        return changes;
    }

    /** What the CRM would hold for the key afterwards. */
    static List<Existing> after(final Operation operation) {
        return switch (operation.type()) {
            case CREATE -> List.of(new Existing(null, null, Map.of()).with(operation.values()));
            case UPDATE -> List.of(operation.existing().with(operation.values()));
            case DELETE -> List.of();
        };
    }
}
