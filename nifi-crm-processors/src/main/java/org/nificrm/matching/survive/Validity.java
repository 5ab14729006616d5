package org.nificrm.matching.survive;

/**
 * Says whether a value is valid for its field.
 */
@FunctionalInterface
public interface Validity {
    boolean isValid(String field, Object value);
}
