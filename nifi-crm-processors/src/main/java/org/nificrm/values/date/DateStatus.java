package org.nificrm.values.date;

/**
 * How far a date was understood.
 */
public enum DateStatus {
    VALID,
    /** Year and month only; the date is the first day of the month. */
    MONTH_ONLY,
    /** Two days fit the text. */
    AMBIGUOUS,
    /** The text has the form of a date, but there is no such day or time. */
    IMPOSSIBLE,
    /** Not the form of a date. */
    UNREADABLE,
    /** Nothing but blanks. */
    EMPTY
}
