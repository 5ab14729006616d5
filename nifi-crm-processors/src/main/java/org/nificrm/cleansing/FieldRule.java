package org.nificrm.cleansing;

import java.util.EnumSet;
import java.util.Set;

/** A rule that looks at one field at a time: every field of its roles that has a value, wherever in the record it stands. */
public abstract class FieldRule implements Rule {

    private final Set<FieldRole> roles;

    protected FieldRule(final Set<FieldRole> roles) {
        this.roles = EnumSet.copyOf(roles);
    }

    @Override
    public final void apply(final WorkingRecord record) {
        for (final WorkingField field : record.fields()) {
            if (field.value() != null && roles.contains(field.role()) && field.isPresent()) {
                apply(field);
            }
        }
    }

    /** Looks at one field that has a value. */
    protected abstract void apply(WorkingField field);
}
