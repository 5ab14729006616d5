package org.nificrm.cleansing;

import org.nificrm.customer.Severity;

import java.math.BigDecimal;

/**
 * One field of the record in work. A rule reads its value, and whatever the rule makes of it goes through a method that
 * leaves a finding: nothing changes silently. What was found valid and what was not is noted here for the quality of the record.
 */
public abstract class WorkingField {

    private final WorkingGroup group;
    private final FieldRole role;
    private final Object delivered;
    private Object value;
    private boolean placeholder;
    private boolean filled;
    private boolean changed;
    private boolean checked;
    private boolean repaired;
    private boolean invalid;

    WorkingField(final WorkingGroup group, final FieldRole role, final Object delivered) {
        this.group = group;
        this.role = role;
        this.delivered = delivered;
        this.value = delivered;
    }

    /** Path of the field with the positions of repeated ones, for example {@code /addresses/0/city}. */
    public abstract String path();

    /** Writes to the record that is being built. */
    abstract void store(Object newValue);

    public FieldRole role() {
        return role;
    }

    /** The fields that stand beside this one: those of the customer, or of one of its addresses. */
    public WorkingGroup group() {
        return group;
    }

    public Object value() {
        return value;
    }

    /** The value as text, or null if there is none or it is no text; numbers without exponent or trailing zeros. */
    public String text() {
        return text(value);
    }

    private static String text(final Object value) {
        return switch (value) {
            case null -> null;
            case final String text -> text;
            case final Double number -> Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : null;
            case final Float number -> Float.isFinite(number) ? plain(new BigDecimal(number.toString())) : null;
            case final BigDecimal number -> plain(number);
            case final Number number -> number.toString();
            case final CharSequence characters -> characters.toString();
            case final Character character -> character.toString();
            default -> null;
        };
    }

    private static String plain(final BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Whether there is a value other than blanks. */
    public boolean isPresent() {
        return isPresent(value);
    }

    private static boolean isPresent(final Object value) {
        return value instanceof final String text ? !text.isBlank() : value != null;
    }

    /** Whether the record came with a value that stands for something. */
    public boolean wasPresent() {
        return isPresent(delivered) && !placeholder;
    }

    /** The value is one of its kind. */
    public void accept() {
        checked = true;
    }

    /** The value stays and a person may want to know; what concerns validity makes the value an invalid one. */
    public void keep(final String code, final Severity severity, final Dimension dimension, final String message) {
        if (dimension == Dimension.VALIDITY) {
            checked = true;
            invalid = true;
        }

        report(code, severity, dimension, Action.KEPT, value, value, null, null, message);
    }

    /** The value takes another form and means the same. */
    public void rewrite(final String code, final Object newValue, final String message) {
        replace(code, Severity.INFO, null, newValue, message);
    }

    /** The value was not one of its kind and is now. */
    public void repair(final String code, final Object newValue, final String message) {
        checked = true;
        repaired = true;
        replace(code, Severity.INFO, Dimension.VALIDITY, newValue, message);
    }

    private void replace(final String code, final Severity severity, final Dimension dimension, final Object newValue, final String message) {
        final Object before = value;
        set(newValue);
        changed = true;
        report(code, severity, dimension, Action.CHANGED, before, newValue, null, null, message);
    }

    /** The value stood for nothing and goes. */
    public void clear(final String code, final String message) {
        final Object before = value;
        set(null);
        placeholder = true;
        changed = true;
        report(code, Severity.WARNING, Dimension.COMPLETENESS, Action.CLEARED, before, null, null, null, message);
    }

    /** The value stands for nothing, and stays. */
    public void keepPlaceholder(final String code, final Action action, final String message) {
        placeholder = true;
        report(code, Severity.WARNING, Dimension.COMPLETENESS, action, value, value, null, null, message);
    }

    /**
     * A value where there was none.
     *
     * @param source where it comes from: another field's path or a reference system
     * @param sourceKey the key by which a reference system found it, or null
     */
    public void fill(final String code, final Object newValue, final String source, final String sourceKey, final String message) {
        set(newValue);
        filled = true;
        report(code, Severity.INFO, Dimension.COMPLETENESS, Action.FILLED, null, newValue, source, sourceKey, message);
    }

    /** Another system knows better: its value takes the place of this one. */
    public void correct(final String code, final Object newValue, final String source, final String sourceKey, final String message) {
        final Object before = value;
        set(newValue);
        changed = true;
        repaired = repaired || invalid;
        invalid = false;
        report(code, Severity.WARNING, Dimension.ACCURACY, Action.CHANGED, before, newValue, source, sourceKey, message);
    }

    private void set(final Object newValue) {
        value = newValue;
        store(newValue);
    }

    private void report(final String code, final Severity severity, final Dimension dimension, final Action action, final Object before, final Object after,
                        final String source, final String sourceKey, final String message) {
        final WorkingRecord record = group.record();
        record.report(new Finding(code, severity, path(), record.rule(), dimension, action, shown(before), action == Action.KEPT ? null : shown(after),
                source, sourceKey, message));
    }

    private static String shown(final Object value) {
        return value == null ? null : String.valueOf(value);
    }

    /** Whether the value is known to be none of its kind. */
    public boolean isInvalid() {
        return invalid;
    }

    public boolean isPlaceholder() {
        return placeholder;
    }

    /** Whether the value was missing when the record came. */
    public boolean isFilled() {
        return filled;
    }

    FieldState state() {
        return new FieldState(path(), role, wasPresent(), isPresent() && !(placeholder && !filled), checked, checked && wasPresent() && !filled && !repaired && !invalid,
                checked && !invalid, placeholder, changed, filled);
    }
}
