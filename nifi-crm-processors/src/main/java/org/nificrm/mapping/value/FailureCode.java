package org.nificrm.mapping.value;

/** Why a field could not be mapped; the names are what records carry. */
public enum FailureCode {
    /** A required field has no value. */
    MAP_REQUIRED_MISSING,
    /** The value is not of the target's type. */
    MAP_TYPE,
    /** Two configured formats read the date differently. */
    MAP_DATE_AMBIGUOUS,
    /** The value map has no entry for the value. */
    MAP_VALUE_NOT_IN_MAP,
    /** The value cannot be taken apart as the rule says. */
    MAP_SPLIT,
    /** A RecordPath function or an expression failed. */
    MAP_EXPRESSION,
    /** The record has a field that no rule reads, and the document forbids that. */
    MAP_UNMAPPED_FIELD
}
