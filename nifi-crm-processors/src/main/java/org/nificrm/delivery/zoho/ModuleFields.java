package org.nificrm.delivery.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a module as deliveries name them: its own, and references written {@code Lookup.Unique_Field}, such as
 * {@code Account_Name.Crm_Key}, which a query can select by the same name.
 */
final class ModuleFields {

    private final ZohoModule module;
    private final Modules modules;
    private final Map<String, Reference> references = new HashMap<>();

    ModuleFields(final ZohoModule module, final Modules modules) {
        this.module = module;
        this.modules = modules;
    }

    boolean isWritable(final String name) throws CrmException {
        final Reference reference = reference(name);
        final ZohoField field = module.field(reference == null ? name : reference.lookup());
        return field != null && field.writable() && (reference != null || field.type() != ZohoField.Type.LOOKUP);
    }

    /** Null if the field is none. */
    Reference reference(final String name) throws CrmException {
        final int dot = name.indexOf('.');
        if (dot < 0) {
            return null;
        }

        Reference reference = references.get(name);
        final ZohoField lookup = module.field(name.substring(0, dot));
        if (reference == null && lookup != null && lookup.type() == ZohoField.Type.LOOKUP) {
            final ZohoModule referenced = modules.get(lookup.lookupModule());
            reference = new Reference(name, lookup.name(), referenced.name(), uniqueField(name, referenced, name.substring(dot + 1)));
            references.put(name, reference);
        }

        return reference;
    }

    private static ZohoField uniqueField(final String name, final ZohoModule referenced, final String key) throws CrmException {
        final ZohoField field = referenced.field(key);
        if (field == null || !field.unique()) {
            throw CrmException.unavailable("REFERENCE_KEY_MISSING",
                    "Field '%s' refers to module '%s', which has no field '%s' without duplicate values. Create it".formatted(name, referenced.name(), key));
        }

        return field;
    }

    /** The field whose type the values have. */
    ZohoField field(final String name) throws CrmException {
        final Reference reference = reference(name);
        return reference == null ? module.field(name) : reference.key();
    }

    /** Those of the fields that the module has. */
    List<String> known(final Collection<String> names) throws CrmException {
        for (final String name : names) {
            reference(name);
        }

        return names.stream().filter(name -> references.containsKey(name) || module.field(name) != null).toList();
    }

    /** The values of these fields in an answer to a query. */
    Map<String, Object> read(final JsonNode row, final Collection<String> names) throws CrmException {
        final Map<String, Object> values = HashMap.newHashMap(names.size());
        for (final String name : names) {
            values.put(name, field(name).read(row.path(name)));
        }

        return values;
    }
}
