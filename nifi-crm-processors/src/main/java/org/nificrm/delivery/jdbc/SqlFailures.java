package org.nificrm.delivery.jdbc;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.jdbc.dialect.Dialect;
import org.nificrm.delivery.jdbc.dialect.Failure;

import java.sql.SQLException;

/** Says in the terms of the write algorithm what a database objects to, without the values that its messages may quote. */
final class SqlFailures {

    private SqlFailures() {
    }

    static CrmException of(final SQLException exception, final Dialect dialect) {
        final Failure failure = dialect.failure(exception);
        return switch (failure) {
            case UNAVAILABLE -> unavailable(exception);
            case TRANSACTION -> new CrmException(Kind.TRANSIENT, "TRANSACTION_ABORTED",
                    "The database aborted the transaction in favour of another (%s)".formatted(state(exception)), withoutMessage(exception));
            default -> new CrmException(Kind.REFUSED, failure.name(), "The database refuses the record: %s%s (%s)".formatted(
                    reason(failure), dialect.culprit(exception).map(name -> " '" + name + "'").orElse(""), state(exception)), withoutMessage(exception));
        };
    }

    /** Messages of this kind name hosts, tables, columns and rights, never values. */
    static CrmException unavailable(final SQLException exception) {
        return new CrmException(Kind.UNAVAILABLE, "DATABASE_UNAVAILABLE",
                "The database cannot serve: %s (%s)".formatted(exception.getMessage(), state(exception)), exception);
    }

    private static String reason(final Failure failure) {
        return switch (failure) {
            case UNIQUE_VIOLATION -> "another row has the same values in the unique index";
            case REFERENCE_VIOLATION -> "it refers to a row that does not exist, constraint";
            case NULL_NOT_ALLOWED -> "no value for the required column";
            case CHECK_VIOLATION -> "it violates the check constraint";
            case VALUE_TOO_LONG -> "a value is too long for its column";
            case OUT_OF_RANGE -> "a value is out of range of its column";
            case REFUSED_BY_DATABASE, TRANSACTION, UNAVAILABLE -> "a value or a trigger";
        };
    }

    private static String state(final SQLException exception) {
        return "SQLState %s, code %d".formatted(exception.getSQLState(), exception.getErrorCode());
    }

    /** Keeps where it happened and drops what was said. */
    private static SQLException withoutMessage(final SQLException exception) {
        final SQLException bare = new SQLException(exception.getClass().getSimpleName(), exception.getSQLState(), exception.getErrorCode());
        bare.setStackTrace(exception.getStackTrace());
        return bare;
    }
}
