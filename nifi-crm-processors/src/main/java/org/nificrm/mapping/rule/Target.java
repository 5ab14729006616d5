package org.nificrm.mapping.rule;

import org.nificrm.mapping.value.Conversion;
import org.nificrm.mapping.value.MappingFailure;

/**
 * A field that a rule sets.
 *
 * @param conversion   to its type, or null to pass the value on as it was read
 * @param defaultValue in the target's type, or null
 */
public record Target(int slot, TargetPath path, Conversion conversion, Object defaultValue, boolean required) {

    /** Type, default, required: the last steps of every value. */
    void accept(final Object value, final String from, final Outcome outcome) {
        try {
            final Object converted = value == null || conversion == null ? value : conversion.convert(value);
            final Object decided = converted == null ? defaultValue : converted;
            outcome.set(slot, decided);
            if (decided == null && required) {
                outcome.requiredMissing(this, from);
            }
        } catch (final MappingFailure e) {
            outcome.fail(this, from, e);
        }
    }
}
