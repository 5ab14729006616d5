package org.nificrm.cleansing;

import java.util.EnumMap;
import java.util.Map;

/** Fields that stand side by side: those of the customer itself, or those of one of its addresses. */
public final class WorkingGroup {

    private final WorkingRecord record;
    private final WorkingGroup parent;
    private final WorkingField[] firstByRole = new WorkingField[FieldRole.values().length];

    WorkingGroup(final WorkingRecord record, final WorkingGroup parent) {
        this.record = record;
        this.parent = parent;
    }

    void add(final WorkingField field) {
        final int role = field.role().ordinal();
        if (firstByRole[role] == null) {
            firstByRole[role] = field;
        }
    }

    public WorkingRecord record() {
        return record;
    }

    /** Whether these are the customer's own fields. */
    public boolean isRoot() {
        return parent == null;
    }

    /** The first field of that role, or null if the schema has none. */
    public WorkingField field(final FieldRole role) {
        return firstByRole[role.ordinal()];
    }

    /** Whether there is a field of that role and it has no value. */
    public boolean isVacant(final FieldRole role) {
        final WorkingField field = field(role);
        return field != null && !field.isPresent();
    }

    /** The text of the first field of that role, or null. */
    public String text(final FieldRole role) {
        final WorkingField field = field(role);
        return field == null || !field.isPresent() ? null : field.text();
    }

    /** The country these fields belong to, ISO 3166-1 alpha-2: their own, the customer's, or the default region; null if none is known. */
    public String region() {
        final String own = regionCode(text(FieldRole.COUNTRY));
        if (own != null) {
            return own;
        }

        return parent == null ? record.defaultRegion() : parent.region();
    }

    private static String regionCode(final String country) {
        final boolean code = country != null && country.length() == 2 && isUpper(country.charAt(0)) && isUpper(country.charAt(1));
        return code ? country : null;
    }

    private static boolean isUpper(final char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Whether cleansing filled any of these fields. */
    public boolean hasFilled() {
        for (final WorkingField field : firstByRole) {
            if (field != null && field.isFilled()) {
                return true;
            }
        }

        return false;
    }

    /** The values by role, with or without those that cleansing filled in. */
    public Map<FieldRole, Object> values(final boolean withFilled) {
        final Map<FieldRole, Object> values = new EnumMap<>(FieldRole.class);
        for (final WorkingField field : firstByRole) {
            if (field != null && field.isPresent() && !field.isPlaceholder() && (withFilled || !field.isFilled())) {
                values.put(field.role(), field.value());
            }
        }

        return values;
    }
}
