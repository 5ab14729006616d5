package org.nificrm.matching.index.postgres;

import org.nificrm.matching.index.postgres.PostgresEntityStore.SqlFailure;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Statements on one connection, with arrays for parameters: {@code long[]} as it is, which the driver sends without making text of it. */
final class Statements {

    private final Connection connection;

    Statements(final Connection connection) {
        this.connection = connection;
    }

    /** Ends the transaction; another begins with the next statement. */
    void commit() throws SqlFailure {
        try {
            connection.commit();
        } catch (final SQLException e) {
            throw new SqlFailure(e);
        }
    }

    <E> Array texts(final Collection<E> elements, final Function<E, String> column) throws SqlFailure {
        return array("text", elements.stream().map(column).toList());
    }

    Array array(final String type, final Collection<?> elements) throws SqlFailure {
        return array(type, elements.toArray());
    }

    Array array(final String type, final Object[] elements) throws SqlFailure {
        try {
            return connection.createArrayOf(type, elements);
        } catch (final SQLException e) {
            throw new SqlFailure(e);
        }
    }

    <T> T query(final String sql, final List<Object> parameters, final RowsReader<T> reader) throws SqlFailure {
        try (PreparedStatement statement = prepare(sql, parameters); ResultSet rows = statement.executeQuery()) {
            return reader.read(rows);
        } catch (final SQLException e) {
            throw new SqlFailure(e);
        }
    }

    void update(final String sql, final List<Object> parameters) throws SqlFailure {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.executeUpdate();
        } catch (final SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private PreparedStatement prepare(final String sql, final List<Object> parameters) throws SQLException {
        final PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }

        return statement;
    }

    @FunctionalInterface
    interface RowsReader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
