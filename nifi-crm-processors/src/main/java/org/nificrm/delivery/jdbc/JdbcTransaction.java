package org.nificrm.delivery.jdbc;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.jdbc.dialect.Dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** One transaction after the other on one connection, which is taken when it is first needed and again after it broke. */
final class JdbcTransaction implements AutoCloseable {

    /** A piece of work within the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final ConnectionSource connections;
    private final Dialect dialect;
    private Connection connection;
    private boolean autoCommit;
    private int isolation;

    JdbcTransaction(final ConnectionSource connections, final Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    <T> T run(final Work<T> work) throws CrmException {
        try {
            return work.run(open());
        } catch (final SQLException e) {
            throw SqlFailures.of(e, dialect);
        }
    }

    /** Like {@link #run}, and what the database refuses leaves the transaction as it was before. */
    <T> T runOrUndo(final Work<T> work) throws CrmException {
        final Savepoint savepoint = run(Connection::setSavepoint);
        try {
            final T result = run(work);
            run(open -> {
                open.releaseSavepoint(savepoint);
                return null;
            });
            return result;
        } catch (final CrmException e) {
            if (e.kind() == CrmException.Kind.REFUSED) {
                run(open -> {
                    open.rollback(savepoint);
                    return null;
                });
            }

            throw e;
        }
    }

    /** Read committed everywhere: decisions rest on row locks, and stricter levels lock gaps that other writers need. */
    private Connection open() throws SQLException {
        if (connection == null) {
            connection = connections.open();
            autoCommit = connection.getAutoCommit();
            isolation = connection.getTransactionIsolation();
            dialect.prepareSession(connection);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        }

        return connection;
    }

    void commit() throws CrmException {
        run(open -> {
            open.commit();
            return null;
        });
    }

    void rollback() {
        if (connection != null) {
            try {
                connection.rollback();
            } catch (final SQLException e) {
                discard();
            }
        }
    }

    private void discard() {
        try {
            connection.close();
        } catch (final SQLException e) {
            // It is broken, which is why it goes.
        } finally {
            connection = null;
        }
    }

    /** Gives the connection back as it was taken. */
    @Override
    public void close() {
        rollback();
        if (connection != null) {
            try {
                dialect.restoreSession(connection);
                connection.setAutoCommit(autoCommit);
                connection.setTransactionIsolation(isolation);
            } catch (final SQLException e) {
                // The pool finds out itself that the connection is broken.
            } finally {
                discard();
            }
        }
    }
}
