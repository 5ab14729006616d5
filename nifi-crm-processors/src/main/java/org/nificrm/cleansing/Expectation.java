package org.nificrm.cleansing;

/**
 * A value that a record of its kind should have.
 *
 * @param role          what it is; the first of several that would do
 * @param presentBefore whether the record came with it
 * @param presentAfter  whether it leaves with it
 */
public record Expectation(FieldRole role, boolean presentBefore, boolean presentAfter) {
}
