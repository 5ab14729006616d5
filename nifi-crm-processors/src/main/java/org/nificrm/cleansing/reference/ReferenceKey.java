package org.nificrm.cleansing.reference;

import java.util.Objects;

/**
 * By what a customer is looked for.
 *
 * @param kind         which key it is: the name of a field role, for example {@code email}
 * @param value        its cleansed value
 * @param sourceSystem system that the customer's source id belongs to, or null
 */
public record ReferenceKey(String kind, String value, String sourceSystem) {

    public ReferenceKey {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }
}
