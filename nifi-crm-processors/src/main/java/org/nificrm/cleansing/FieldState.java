package org.nificrm.cleansing;

/**
 * What cleansing learned about one field of one record, free of values.
 *
 * @param field         path of the field
 * @param role          what the field holds
 * @param presentBefore whether the record came with a value that is no placeholder
 * @param presentAfter  whether it leaves with one
 * @param checkable     whether a rule could tell a valid value from an invalid one
 * @param validBefore   whether the value was valid as it came
 * @param validAfter    whether it is as it leaves
 * @param placeholder   whether it came as a placeholder
 * @param changed       whether a rule changed it
 * @param filled        whether a rule found a value for it
 */
public record FieldState(String field, FieldRole role, boolean presentBefore, boolean presentAfter, boolean checkable, boolean validBefore, boolean validAfter,
                         boolean placeholder, boolean changed, boolean filled) {
}
