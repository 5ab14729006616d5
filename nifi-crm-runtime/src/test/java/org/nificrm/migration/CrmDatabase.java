package org.nificrm.migration;

import org.nificrm.runtime.Checkout;
import org.nificrm.runtime.PostgresServer;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** The target CRM's database: created by the template's own DDL, read back row by row. */
final class CrmDatabase {

    private final PostgresServer server;
    private final String name;

    CrmDatabase(final PostgresServer server, final String name) throws SQLException, IOException {
        this(server, name, "postgresql.sql");
    }

    /** @param ddl file in templates/ddl */
    CrmDatabase(final PostgresServer server, final String name, final String ddl) throws SQLException, IOException {
        this.server = server;
        this.name = name;
        server.createDatabase(name);
        execute(Files.readString(Checkout.current().templates().resolve("ddl").resolve(ddl)));
    }

    String url() {
        return server.url(name);
    }

    void execute(final String sql) {
        try (Connection connection = server.connect(name); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (final SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long count(final String table) {
        try (Connection connection = server.connect(name);
             Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (final SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows by source system and source key, as texts by column, nulls and the surrogate key left out. */
    Map<String, Map<String, String>> rows(final String table) {
        final Map<String, Map<String, String>> rows = new TreeMap<>();
        try (Connection connection = server.connect(name);
             Statement statement = connection.createStatement();
             ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            while (result.next()) {
                final Map<String, String> row = row(result);
                rows.put(row.get("source_system") + "/" + row.get("source_id"), row);
            }
        } catch (final SQLException e) {
            throw new IllegalStateException(e);
        }

        return rows;
    }

    private static Map<String, String> row(final ResultSet result) throws SQLException {
        final ResultSetMetaData columns = result.getMetaData();
        final Map<String, String> row = new TreeMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            final String text = columns.getColumnTypeName(column).equals("timestamptz")
                    ? instant(result.getObject(column, OffsetDateTime.class)) : result.getString(column);
            if (text != null && !columns.getColumnName(column).equals("id")) {
                row.put(columns.getColumnName(column), text);
            }
        }

        return row;
    }

    private static String instant(final OffsetDateTime value) {
        return value == null ? null : value.toInstant().toString();
    }

    /** For each row the transaction that wrote it last: equal maps mean that nothing was written in between. */
    Map<String, String> writers(final String table) {
        final Map<String, String> writers = new TreeMap<>();
        try (Connection connection = server.connect(name);
             Statement statement = connection.createStatement();
             ResultSet result = statement.executeQuery("SELECT source_system || '/' || source_id, xmin::text FROM " + table)) {
            while (result.next()) {
                writers.put(result.getString(1), result.getString(2));
            }
        } catch (final SQLException e) {
            throw new IllegalStateException(e);
        }

        return writers;
    }
}
