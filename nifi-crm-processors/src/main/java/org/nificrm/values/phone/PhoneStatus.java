package org.nificrm.values.phone;

/**
 * How far a phone field was understood.
 */
public enum PhoneStatus {
    /** Every number of the field belongs to a range in use. */
    VALID,
    /** The length fits the country, the range is not known to be in use: worth a warning, for new ranges open between two releases. */
    POSSIBLE,
    /** No number of the country, or none that can be told without a country. */
    INVALID,
    /** Letters where digits belong, such as the letter O for a zero. */
    LETTERS,
    /** Digits hidden by asterisks or the like. */
    MASKED,
    /** A spreadsheet rounded the number into scientific notation: its last digits are lost. */
    ROUNDED,
    /** No digits at all. */
    EMPTY
}
