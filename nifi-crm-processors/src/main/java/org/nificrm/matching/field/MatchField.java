package org.nificrm.matching.field;

import java.util.Objects;

/**
 * One field of the records and its role.
 *
 * @param name field name in the record
 * @param role what the field means
 */
public record MatchField(String name, Role role) {
    public MatchField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
    }
}
