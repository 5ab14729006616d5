package org.nificrm.cleansing.reference;

import org.nificrm.cleansing.FieldRole;
import org.nificrm.document.DocumentObject;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How one reference system is used.
 *
 * @param name      name of the system
 * @param keys      by what customers are looked for, in this order; the first key that the system knows decides
 * @param fields    which of its fields holds what; a role that is not named is looked for under its own name
 * @param overwrite which values of the record give way to its values
 */
public record ReferenceSpec(String name, List<FieldRole> keys, Map<FieldRole, String> fields, Overwrite overwrite) {

    /** Source id first, since it is exact; then what few people share. */
    private static final List<FieldRole> DEFAULT_KEYS =
            List.of(FieldRole.SOURCE_ID, FieldRole.EMAIL, FieldRole.PHONE, FieldRole.MOBILE, FieldRole.TAX_ID, FieldRole.NATIONAL_ID);

    /** Which values give way. */
    public enum Overwrite {
        /** None: only empty fields are filled. */
        EMPTY,
        /** Those that are known to be invalid. */
        INVALID,
        /** All that differ. */
        DIFFERENT
    }

    public ReferenceSpec {
        keys = List.copyOf(keys);
        fields = Map.copyOf(fields);
    }

    /** A system about which the rules document says nothing. */
    public static ReferenceSpec named(final String name) {
        return new ReferenceSpec(name, DEFAULT_KEYS, Map.of(), Overwrite.EMPTY);
    }

    /** Reads <code>{"name": "erp", "keys": ["email"], "fields": {"tax_id": "vat"}, "overwrite": "invalid"}</code>. */
    public static ReferenceSpec read(final DocumentObject section) {
        try (section) {
            final String name = section.text("name").orElse("");
            if (name.isEmpty()) {
                section.problem("name", "is missing: write the name of the property that holds the Lookup Service");
            }

            final List<FieldRole> keys = section.convert("keys", FieldRole::require);
            final Map<FieldRole, String> fields = new EnumMap<>(FieldRole.class);
            final DocumentObject names = section.object("fields");
            names.textMap().forEach((role, field) -> FieldRole.ofKey(role).ifPresentOrElse(
                    known -> fields.put(known, field), () -> names.problem(role, "is no field role")));
            return new ReferenceSpec(name, keys.isEmpty() ? DEFAULT_KEYS : keys, fields, section.choice("overwrite", Overwrite.class, Overwrite.EMPTY));
        }
    }

    /** The system's name of the field that holds this role. */
    public String fieldOf(final FieldRole role) {
        return fields.getOrDefault(role, role.key());
    }
}
