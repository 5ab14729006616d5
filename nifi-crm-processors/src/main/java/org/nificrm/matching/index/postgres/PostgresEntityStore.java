package org.nificrm.matching.index.postgres;

import org.nificrm.matching.block.BlockingIndex;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.index.EntityStore;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An {@link EntityStore} in PostgreSQL 12 or newer, at its default isolation level, read committed. Each node has the index of blocks
 * in its memory, some 0.2 KB a record, and learns from the numbered changes of the records what others have added.
 * <p>
 * Units of work run side by side. What one publishes it commits, so that all others see it before it searches itself; what it
 * claims are row locks, of which there may be any number. Every unit holds the index's advisory lock, shared with all others or
 * by itself, for its session, since it commits more than once.
 */
public final class PostgresEntityStore implements EntityStore {

    /** Serialization failure, deadlock: the same work succeeds when it is run again. */
    private static final Set<String> TRANSIENT_STATES = Set.of("40001", "40P01");

    private static final int MAXIMUM_RUNS = 5;

    private final ConnectionSource connections;
    private final Tables tables;
    private final Map<MatchFields, BlockingIndex> blockingIndexes = new ConcurrentHashMap<>();

    /**
     * Opens the index and creates its tables where they are missing.
     *
     * @throws IOException if the database cannot be reached or the tables cannot be created
     */
    public PostgresEntityStore(final ConnectionSource connections, final Tables tables) throws IOException {
        this.connections = connections;
        this.tables = tables;
        try {
            inTransaction(connection -> {
                tables.create(connection);
                return null;
            });
        } catch (final SQLException e) {
            throw failure("The tables of the customer index cannot be created", e);
        }
    }

    @Override
    public <T> T transact(final Work<T> work) throws IOException {
        return transact(work, "pg_advisory_lock_shared", "pg_advisory_unlock_shared");
    }

    @Override
    public <T> T transactAlone(final Work<T> work) throws IOException {
        return transact(work, "pg_advisory_lock", "pg_advisory_unlock");
    }

    @Override
    public BlockingIndex blockingIndex(final MatchFields fields) {
        return blockingIndexes.computeIfAbsent(fields, absent -> new BlockingIndex(Attribute.of(fields)));
    }

    private <T> T transact(final Work<T> work, final String lock, final String unlock) throws IOException {
        for (int run = 1; ; run++) {
            try {
                return inTransaction(connection -> {
                    call(connection, lock);
                    try {
                        final T result = work.run(new PostgresTransaction(connection, tables));
                        connection.commit();
                        return result;
                    } finally {
                        unlock(connection, unlock);
                    }
                });
            } catch (final SQLException e) {
                if (run == MAXIMUM_RUNS || !TRANSIENT_STATES.contains(e.getSQLState())) {
                    throw failure("The customer index cannot be read or changed", e);
                }
            }
        }
    }

    private <T> T inTransaction(final SqlWork<T> work) throws SQLException, IOException {
        try (Connection connection = connections.open()) {
            final boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                final T result = work.run(connection);
                connection.commit();
                connection.setAutoCommit(autoCommit);
                return result;
            } catch (final SqlFailure e) {
                undo(connection, autoCommit, e);
                throw e.getCause();
            } catch (final SQLException | IOException | RuntimeException e) {
                undo(connection, autoCommit, e);
                throw e;
            }
        }
    }

    private static void undo(final Connection connection, final boolean autoCommit, final Exception reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (final SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void unlock(final Connection connection, final String unlock) {
        try {
            connection.rollback();
            call(connection, unlock);
        } catch (final SQLException e) {
            // The session ends, and with it the lock.
            abort(connection);
        }
    }

    private static void abort(final Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (final SQLException e) {
            throw new IllegalStateException("A connection to the customer index can neither be used nor given up", e);
        }
    }

    private void call(final Connection connection, final String function) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?)")) {
            statement.setLong(1, tables.lock());
            statement.execute();
        }
    }

    private static IOException failure(final String message, final SQLException cause) {
        return new IOException("%s (SQL state %s)".formatted(message, cause.getSQLState()), cause);
    }

    @FunctionalInterface
    private interface SqlWork<T> {
        T run(Connection connection) throws SQLException, IOException;
    }

    /** Carries a database error through work that only knows {@link IOException}. */
    static final class SqlFailure extends IOException {
        private static final long serialVersionUID = 1L;

        SqlFailure(final SQLException cause) {
            super(cause);
        }

        @Override
        public synchronized SQLException getCause() {
            return (SQLException) super.getCause();
        }
    }
}
