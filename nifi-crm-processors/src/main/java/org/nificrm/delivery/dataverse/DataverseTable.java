package org.nificrm.delivery.dataverse;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of record.
 *
 * @param name           logical name, such as {@code contact}
 * @param entitySet      name in paths, such as {@code contacts}
 * @param idColumn       column of the identifier
 * @param columns        by logical name
 * @param keys           columns of each alternate key that is active
 * @param relations      table that each single-valued navigation property leads to
 * @param upsertMultiple whether the table takes several records in one message
 */
public record DataverseTable(String name, String entitySet, String idColumn, Map<String, DataverseColumn> columns, List<Set<String>> keys,
        Map<String, String> relations, boolean upsertMultiple) {

    public DataverseTable {
        columns = Map.copyOf(columns);
        keys = List.copyOf(keys);
        relations = Map.copyOf(relations);
    }

    /** Null if there is no such column. */
    DataverseColumn column(final String column) {
        return columns.get(column);
    }
}
