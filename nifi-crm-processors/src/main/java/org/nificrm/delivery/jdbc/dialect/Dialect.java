package org.nificrm.delivery.jdbc.dialect;

import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.table.Table;
import org.nificrm.delivery.jdbc.type.ColumnType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one kind of database is spoken to. Rows are arrays of values as {@link ColumnType#convert} gives them, in the order
 * of the columns named beside them. All statements bind their values; names are quoted.
 */
public interface Dialect {

    /** What a person calls the database. */
    String name();

    /** Whether the qualifier before a table's name is what JDBC calls a catalog. */
    boolean schemasAreCatalogs();

    /** The values that a column of this type holds, given what {@link java.sql.DatabaseMetaData#getColumns} says. */
    ColumnType columnType(int jdbcType, String typeName, int size, int digits);

    /** Whether texts of this type are equal whatever their case. */
    boolean isCaseless(String typeName);

    /** Columns of a table that compare texts without regard to case, as far as their type does not tell. */
    Set<String> caselessColumns(Connection connection, String catalog, String table) throws SQLException;

    /** Columns of a table that only the database may set, as far as the driver does not tell. */
    Set<String> generatedColumns(Connection connection, String schema, String table) throws SQLException;

    /**
     * Makes sure that the database refuses what does not fit rather than changes it, and plans statements for the table as it
     * is; called once a connection.
     */
    void prepareSession(Connection connection) throws SQLException;

    /** Takes back what {@link #prepareSession} set, before the connection returns to its pool. */
    void restoreSession(Connection connection) throws SQLException;

    /** Rows whose key is one of {@code keys}; if asked, locked in the order of {@code keys} until the end of the transaction. */
    List<Object[]> select(Connection connection, Table table, List<Column> columns, List<Column> key, List<Object[]> keys, boolean forUpdate)
            throws SQLException;

    /**
     * Inserts rows. Where the key has a unique index and the database can do so, a row that meets an existing one of its
     * key is passed over; else that is an error, and no row is inserted.
     *
     * @return of each row inserted the columns to return
     */
    List<Object[]> insert(Connection connection, Table table, List<Column> columns, List<Object[]> rows, List<Column> key, List<Column> returned)
            throws SQLException;

    /**
     * Updates the row of each key.
     *
     * @param rows values of the columns, followed by those of the key
     */
    void update(Connection connection, Table table, List<Column> columns, List<Column> key, List<Object[]> rows) throws SQLException;

    void delete(Connection connection, Table table, List<Column> key, List<Object[]> keys) throws SQLException;

    /** What kind of failure this is. */
    Failure failure(SQLException exception);

    /** Name of the constraint or column that a message of the database names; never a value. */
    Optional<String> culprit(SQLException exception);
}
