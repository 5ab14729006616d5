package org.nificrm.delivery.jdbc.dialect;

/** Kinds of failures of a statement: what is to be done about them differs. */
public enum Failure {

    /** Deadlock, serialization failure, lock not obtained: the transaction may succeed when repeated. */
    TRANSACTION,
    /** A row with the same values in a unique index exists. */
    UNIQUE_VIOLATION,
    REFERENCE_VIOLATION,
    NULL_NOT_ALLOWED,
    CHECK_VIOLATION,
    VALUE_TOO_LONG,
    OUT_OF_RANGE,
    /** Another objection to one of the rows. */
    REFUSED_BY_DATABASE,
    /** Database, table, column or right missing, or no connection: no row is to blame. */
    UNAVAILABLE
}
