package org.nificrm.delivery.jdbc.table;

import org.nificrm.delivery.jdbc.type.ColumnType;

/**
 * A column of a table.
 *
 * @param name       as the database spells it
 * @param jdbcType   of {@link java.sql.Types}
 * @param typeName   as the database calls the type
 * @param type       which values it holds
 * @param nullable   whether it takes null
 * @param hasDefault whether the database has a value where an insert gives none
 * @param generated  whether only the database may set it
 * @param caseless   whether texts that differ in case only are equal to it
 */
public record Column(String name, int jdbcType, String typeName, ColumnType type, boolean nullable, boolean hasDefault, boolean generated,
        boolean caseless) {

    /** Whether every new row has to give a value. */
    public boolean isRequired() {
        return !nullable && !hasDefault && !generated;
    }
}
