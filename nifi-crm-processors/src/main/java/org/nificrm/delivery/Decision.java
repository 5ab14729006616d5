package org.nificrm.delivery;

import java.util.Objects;

/** Either an operation to be carried out or an outcome without one. */
record Decision(Operation operation, Outcome outcome) {

    Decision {
        if ((operation == null) == (outcome == null)) {
            throw new IllegalArgumentException("either an operation or an outcome is required");
        }
    }

    static Decision write(final Operation operation) {
        return new Decision(Objects.requireNonNull(operation), null);
    }

    static Decision settled(final Outcome outcome) {
        return new Decision(null, Objects.requireNonNull(outcome));
    }

    static Decision settled(final Outcome.Status status, final Existing existing, final String code, final String message) {
        return settled(Outcome.of(status, existing == null ? null : existing.id(), code, message));
    }
}
