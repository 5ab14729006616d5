package org.nificrm.delivery.jdbc;

import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nificrm.delivery.jdbc.TestTable.record;

class JdbcResilienceTest {

    private static final int CUSTOMERS = 60;
    private static final int WRITERS = 4;

    /** Without a common factor with the number of customers, so that each gives every customer in an order of its own. */
    private static final int[] STRIDES = {1, 7, 11, 13, 59};

    @ParameterizedTest
    @EnumSource
    void concurrentWritersCreateEachCustomerOnceAndEndWithTheNewest(final TestDatabase database) throws Exception {
        final String table = table(database);
        final List<Callable<List<Outcome>>> writers = new ArrayList<>();
        for (int writer = 1; writer <= WRITERS; writer++) {
            final int version = writer;
            writers.add(() -> deliverUntilSettled(new TestTable(database, table, "source_id"), version));
        }

        try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS)) {
            int created = 0;
            for (final Future<List<Outcome>> writer : executor.invokeAll(writers)) {
                created += (int) writer.get().stream().filter(outcome -> outcome.status() == Status.CREATED).count();
            }

            assertEquals(CUSTOMERS, created);
        }

        assertEquals(List.of("%d|1|1".formatted(CUSTOMERS)),
                database.query("SELECT count(*), count(DISTINCT last_name), min(CASE WHEN last_name = 'Version %d' THEN 1 ELSE 0 END) FROM %s"
                        .formatted(WRITERS, table)));
    }

    private static List<Outcome> deliverUntilSettled(final TestTable customers, final int version) throws CrmException {
        final List<Outcome> settled = new ArrayList<>();
        List<Record> left = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            left.add(customer(i * STRIDES[version] % CUSTOMERS, version));
        }

        while (!left.isEmpty()) {
            final List<Outcome> outcomes = customers.deliver(left.toArray(Record[]::new));
            final List<Record> again = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                if (outcomes.get(i).status().isFinal()) {
                    settled.add(outcomes.get(i));
                } else {
                    again.add(left.get(i));
                }
            }

            left = again;
        }

        return settled;
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlockIsRepeated(final TestDatabase database) throws Exception {
        final String table = table(database);
        final Breakdown breakdown = new Breakdown(database, "commit", 2, new SQLTransactionRollbackException("deadlock detected", "40001"));

        final List<Outcome> outcomes = customers(breakdown, table).deliver(customer(1, 1), customer(2, 1));

        assertEquals(List.of("CREATED", "CREATED"), TestTable.words(outcomes));
        assertEquals(List.of("2"), database.query("SELECT count(*) FROM " + table));
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatBreaksBeforeTheCommitLeavesNothingAndTheNextAttemptDeliversAll(final TestDatabase database) throws Exception {
        final String table = table(database);
        final Breakdown breakdown = new Breakdown(database, "commit", 1, new SQLNonTransientConnectionException("connection reset", "08006"));
        final TestTable customers = customers(breakdown, table);

        final CrmException exception = assertThrows(CrmException.class, () -> customers.deliver(customer(1, 1), customer(2, 1)));

        assertEquals(CrmException.Kind.UNAVAILABLE, exception.kind());
        assertEquals(List.of("0"), database.query("SELECT count(*) FROM " + table));
        assertEquals(List.of("CREATED", "CREATED"), TestTable.words(customers.deliver(customer(1, 1), customer(2, 1))));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalAtTheCommitIsIsolatedToo(final TestDatabase database) throws Exception {
        final String table = table(database);
        final Breakdown breakdown = new Breakdown(database, "commit", 1, new SQLException("deferred constraint", "23503"));

        final List<Outcome> outcomes = customers(breakdown, table).deliver(customer(1, 1), customer(2, 1), customer(3, 1));

        assertEquals(List.of("CREATED", "CREATED", "CREATED"), TestTable.words(outcomes));
    }

    @Test
    void aDeferredConstraintRejectsOnlyItsOwnRecord() throws Exception {
        final String parents = TestDatabase.POSTGRESQL.createTable("id varchar(10) PRIMARY KEY");
        TestDatabase.POSTGRESQL.execute("INSERT INTO %s VALUES ('p')".formatted(parents));
        final String table = TestDatabase.POSTGRESQL.createTable("""
                source_id varchar(10) PRIMARY KEY, parent varchar(10) REFERENCES %s DEFERRABLE INITIALLY DEFERRED, updated_at $timestamp""".formatted(parents));

        final List<Outcome> outcomes = new TestTable(TestDatabase.POSTGRESQL, table, "source_id").deliver(child("1", "p"), child("2", "nobody"), child("3", "p"));

        assertEquals(List.of("CREATED", "REJECTED REFERENCE_VIOLATION", "CREATED"), TestTable.words(outcomes));
    }

    @ParameterizedTest
    @EnumSource
    void connectionsGoBackAsTheyCame(final TestDatabase database) throws Exception {
        final String table = table(database);
        try (Connection connection = database.connect()) {
            final int isolation = connection.getTransactionIsolation();
            final ConnectionSource unclosed = () -> proxy(connection, (method, call) -> method.equals("close") ? null : call.call());

            new TestTable(unclosed, table, Optional.of("updated_at"), "source_id").deliver(customer(1, 1));

            assertTrue(connection.getAutoCommit());
            assertEquals(isolation, connection.getTransactionIsolation());
        }
    }

    private static Record child(final String id, final String parent) {
        return record("source_id", id, "parent", parent, "updated_at", Timestamp.from(Instant.EPOCH));
    }

    private static TestTable customers(final Breakdown breakdown, final String table) {
        return new TestTable(breakdown::connect, table, Optional.of("updated_at"), "source_id");
    }

    private static String table(final TestDatabase database) throws SQLException {
        return database.createTable("source_id varchar(10) PRIMARY KEY, last_name varchar(20), updated_at $timestamp");
    }

    private static Record customer(final int id, final int version) {
        return record("source_id", "c" + id, "last_name", "Version " + version, "updated_at", Timestamp.from(Instant.EPOCH.plusSeconds(86_400L * version)));
    }

    /** Connections on which the first calls of a method fail; what was not committed is then lost. */
    private static final class Breakdown {
        private final TestDatabase database;
        private final String method;
        private final AtomicInteger failures;
        private final SQLException failure;

        private Breakdown(final TestDatabase database, final String method, final int failures, final SQLException failure) {
            this.database = database;
            this.method = method;
            this.failures = new AtomicInteger(failures);
            this.failure = failure;
        }

        private Connection connect() throws SQLException {
            final Connection connection = database.connect();
            return proxy(connection, (called, call) -> {
                if (called.equals(method) && failures.getAndDecrement() > 0) {
                    connection.rollback();
                    throw failure;
                }

                return call.call();
            });
        }
    }

    private interface Interception {
        Object around(String method, Callable<Object> call) throws Exception;
    }

    private static Connection proxy(final Connection connection, final Interception interception) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> interception.around(method.getName(), () -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (final InvocationTargetException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                }));
    }
}
