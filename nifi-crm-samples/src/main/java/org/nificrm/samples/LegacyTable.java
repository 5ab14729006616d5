package org.nificrm.samples;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;

/** The table of an old CRM in a database: persons only, full name in one column. */
final class LegacyTable implements LegacyWriter {

    static final String NAME = "old_crm_customers";

    private static final int BATCH = 1000;

    private final Connection connection;
    private final PreparedStatement insert;
    private int pending;

    /** Makes the table anew. The connection stays the caller's to close. */
    LegacyTable(final Connection connection) throws IOException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DROP TABLE IF EXISTS " + NAME);
            statement.execute("CREATE TABLE " + NAME + " (id BIGINT PRIMARY KEY, name VARCHAR(200), email VARCHAR(200), phone VARCHAR(60), "
                    + "city VARCHAR(1000), country VARCHAR(2), status VARCHAR(10), updated_at TIMESTAMP)");
            this.insert = connection.prepareStatement("INSERT INTO " + NAME + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        } catch (final SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void write(final CustomerRow row) throws IOException {
        final LegacySpelling spelling = new LegacySpelling(row);
        try {
            insert.setLong(1, Long.parseLong(row.sourceId()));
            insert.setString(2, spelling.typed(Field.FULL_NAME));
            insert.setString(3, spelling.typed(Field.EMAIL));
            insert.setString(4, spelling.typed(Field.PHONE));
            insert.setString(5, spelling.text(Field.CITY));
            insert.setString(6, row.value(Field.COUNTRY));
            insert.setString(7, spelling.status("1", "2", "9"));
            insert.setTimestamp(8, Timestamp.from(row.updatedAt()));
            insert.addBatch();
            pending++;
            if (pending == BATCH) {
                flush();
            }
        } catch (final SQLException e) {
            throw new IOException(e);
        }
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        connection.commit();
        pending = 0;
    }

    @Override
    public void close() throws IOException {
        try (insert) {
            flush();
            connection.setAutoCommit(true);
        } catch (final SQLException e) {
            throw new IOException(e);
        }
    }
}
