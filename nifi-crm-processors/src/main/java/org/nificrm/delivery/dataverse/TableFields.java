package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a table as deliveries name them: its columns, and references written {@code navigation.key}, such as
 * {@code parentcustomerid_account.new_extid}.
 */
final class TableFields {

    private final DataverseTable table;
    private final Tables tables;
    private final Map<String, Reference> references = new HashMap<>();

    TableFields(final DataverseTable table, final Tables tables) {
        this.table = table;
        this.tables = tables;
    }

    boolean isWritable(final String field) throws CrmException {
        if (reference(field) != null) {
            return true;
        }

        final DataverseColumn column = table.column(field);
        return column != null && column.writable();
    }

    /** Null if the field is none. */
    private Reference reference(final String field) throws CrmException {
        final int dot = field.indexOf('.');
        if (dot < 0) {
            return null;
        }

        Reference reference = references.get(field);
        final String navigation = field.substring(0, dot);
        final String referenced = table.relations().get(navigation);
        if (reference == null && referenced != null) {
            reference = new Reference(navigation, tables.get(referenced), keyColumn(field, tables.get(referenced), field.substring(dot + 1)));
            references.put(field, reference);
        }

        return reference;
    }

    private static DataverseColumn keyColumn(final String field, final DataverseTable referenced, final String key) throws CrmException {
        if (!referenced.keys().contains(Set.of(key)) || referenced.column(key) == null) {
            throw CrmException.unavailable("REFERENCE_KEY_MISSING",
                    "Field '%s' refers to table '%s', which has no active alternate key of column '%s' alone. Create one"
                            .formatted(field, referenced.name(), key));
        }

        return referenced.column(key);
    }

    Object convert(final String field, final Object value) throws UnfitValueException, CrmException {
        return column(field).convert(value);
    }

    private DataverseColumn column(final String field) throws CrmException {
        final Reference reference = reference(field);
        return reference == null ? table.column(field) : reference.key();
    }

    /** The options of a query for these fields and columns. */
    String selection(final Collection<String> columns, final Collection<String> fields) throws CrmException {
        final List<String> selected = new ArrayList<>(columns);
        final List<String> expanded = new ArrayList<>();
        for (final String field : fields) {
            final Reference reference = reference(field);
            if (reference != null) {
                expanded.add("%s($select=%s)".formatted(reference.navigation(), reference.key().name()));
            } else if (table.column(field) != null && !columns.contains(field)) {
                selected.add(field);
            }
        }

        return "$select=" + String.join(",", selected) + (expanded.isEmpty() ? "" : "&$expand=" + String.join(",", expanded));
    }

    /** The values of these fields in a row. */
    Map<String, Object> read(final JsonNode row, final Collection<String> fields) throws CrmException {
        final Map<String, Object> values = HashMap.newHashMap(fields.size());
        for (final String field : fields) {
            final Reference reference = reference(field);
            if (reference != null) {
                values.put(field, reference.key().read(row.path(reference.navigation()).path(reference.key().name())));
            } else if (table.column(field) != null) {
                values.put(field, table.column(field).read(row.path(field)));
            }
        }

        return values;
    }

    /** The body of a write. */
    ObjectNode body(final Map<String, Object> values) throws CrmException {
        final ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (final Map.Entry<String, Object> value : values.entrySet()) {
            final Reference reference = reference(value.getKey());
            if (reference == null) {
                body.set(value.getKey(), Json.node(value.getValue()));
            } else {
                body.set(reference.binding(), reference.target(value.getValue()));
            }
        }

        return body;
    }
}
