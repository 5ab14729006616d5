package org.nificrm.values.date;

/**
 * How the numbers of a date such as 03/04/2021 follow each other.
 */
public enum DateOrder {
    DAY_MONTH_YEAR,
    MONTH_DAY_YEAR,
    YEAR_MONTH_DAY,
    /** Nothing is known: a date that can be read in two ways is reported as ambiguous. */
    UNKNOWN
}
