package org.nificrm.delivery.jdbc;

import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.WriteMode;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nificrm.delivery.jdbc.TestTable.record;
import static org.nificrm.delivery.jdbc.TestTable.words;

class JdbcDeliveryTest {

    private static final String COLUMNS = """
            id $identity, source_system varchar(20) NOT NULL, source_id varchar(20) NOT NULL, last_name varchar(10) NOT NULL,
            email varchar(40) UNIQUE, status varchar(10) DEFAULT 'new', updated_at $timestamp, UNIQUE (source_system, source_id)""";

    private static final Timestamp OLD = Timestamp.from(Instant.parse("2024-01-01T10:00:00Z"));
    private static final Timestamp NEW = Timestamp.from(Instant.parse("2024-01-02T10:00:00Z"));

    @ParameterizedTest
    @EnumSource
    void newRecordsAreCreatedWithTheirIdsAndDefaults(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);

        final List<Outcome> outcomes = customers(database, table).deliver(customer("1", "Lovelace", OLD), customer("2", "李", OLD));

        assertEquals(List.of("CREATED", "CREATED"), words(outcomes));
        assertEquals(database.query("SELECT id FROM %s ORDER BY source_id".formatted(table)), outcomes.stream().map(Outcome::id).toList());
        assertEquals(List.of("1|Lovelace|new", "2|李|new"), rows(database, table));
    }

    @ParameterizedTest
    @EnumSource
    void aReplayLeavesEverythingUnchanged(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);
        final Record[] records = {customer("1", "Lovelace", OLD), customer("2", "李", NEW)};
        customers(database, table).deliver(records);

        assertEquals(List.of("UNCHANGED", "UNCHANGED"), words(customers(database, table).deliver(records)));
    }

    @ParameterizedTest
    @EnumSource
    void theNewerWriterWinsWhicheverComesFirst(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);

        assertEquals(List.of("CREATED"), words(customers(database, table).deliver(customer("1", "Byron", OLD))));
        assertEquals(List.of("UPDATED"), words(customers(database, table).deliver(customer("1", "Lovelace", NEW))));
        assertEquals(List.of("STALE OLDER"), words(customers(database, table).deliver(customer("1", "Byron", OLD))));
        assertEquals(List.of("1|Lovelace|new"), rows(database, table));
    }

    @ParameterizedTest
    @EnumSource
    void badRowsAreRejectedAndTheOthersArrive(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);
        final List<Record> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            records.add(customer("" + i, "Smith", OLD));
        }

        records.set(3, customer("3", "Featherstonehaugh", OLD));
        records.set(7, record("source_system", "s", "source_id", "7", "last_name", null, "updated_at", OLD));
        records.set(11, record("source_system", "s", "source_id", null, "last_name", "Smith", "updated_at", OLD));
        records.set(20, record("source_system", "s", "source_id", "20", "last_name", "Smith", "email", "a@example.org", "updated_at", OLD));
        records.set(21, record("source_system", "s", "source_id", "21", "last_name", "Smith", "email", "a@example.org", "updated_at", OLD));

        final List<String> words = words(customers(database, table).deliver(records.toArray(Record[]::new)));

        assertEquals("REJECTED VALUE_TOO_LONG", words.get(3));
        assertEquals("REJECTED NULL_NOT_ALLOWED", words.get(7));
        assertEquals("REJECTED KEY_MISSING", words.get(11));
        assertEquals("REJECTED UNIQUE_VIOLATION", words.get(21));
        assertEquals(36, words.stream().filter("CREATED"::equals).count());
        assertEquals(36, rows(database, table).size());
    }

    @ParameterizedTest
    @EnumSource
    void anotherUniqueIndexNeverLeadsToTheWrongRow(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);
        customers(database, table).deliver(record("source_system", "s", "source_id", "1", "last_name", "One", "email", "a@example.org", "updated_at", OLD));

        final List<Outcome> outcomes = customers(database, table)
                .deliver(record("source_system", "s", "source_id", "2", "last_name", "Two", "email", "a@example.org", "updated_at", NEW));

        assertEquals(List.of("REJECTED UNIQUE_VIOLATION"), words(outcomes));
        assertTrue(!outcomes.getFirst().message().contains("a@example.org"));
        assertEquals(List.of("1|One|new"), rows(database, table));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFieldsOfTheRecordAreTouched(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);
        customers(database, table).deliver(record("source_system", "s", "source_id", "1", "last_name", "One", "email", "a@example.org", "updated_at", OLD));

        customers(database, table).deliver(record("source_system", "s", "source_id", "1", "last_name", "Two", "email", null, "updated_at", NEW));

        assertEquals(List.of("Two|a@example.org"), database.query("SELECT last_name, email FROM " + table));
    }

    @ParameterizedTest
    @EnumSource
    void aNullClearsWhereAsked(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);
        customers(database, table).deliver(record("source_system", "s", "source_id", "1", "last_name", "One", "email", "a@example.org", "updated_at", OLD));

        customers(database, table).deliver(ConflictPolicy.SOURCE_WINS, WriteMode.UPSERT, NullValues.CLEAR,
                List.of(record("source_system", "s", "source_id", "1", "last_name", "One", "email", null)));

        assertEquals(List.of("One|null"), database.query("SELECT last_name, email FROM " + table));
    }

    @ParameterizedTest
    @EnumSource
    void deletesWhatIsThere(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);
        customers(database, table).deliver(customer("1", "One", OLD), customer("2", "Two", OLD), customer("3", "Three", NEW));

        final List<Outcome> outcomes = customers(database, table).deliver(ConflictPolicy.LAST_WRITER_WINS, WriteMode.DELETE, NullValues.IGNORE,
                List.of(customer("1", "One", NEW), customer("3", "Three", OLD), customer("9", "Nine", NEW)));

        assertEquals(List.of("DELETED", "STALE OLDER", "UNCHANGED NOT_FOUND"), words(outcomes));
        assertEquals(List.of("2|Two|new", "3|Three|new"), rows(database, table));
    }

    @ParameterizedTest
    @EnumSource
    void severalRecordsOfOneKeyEndWithTheNewest(final TestDatabase database) throws Exception {
        final String table = database.createTable(COLUMNS);

        final List<Outcome> outcomes = customers(database, table).deliver(customer("1", "Byron", OLD), customer("1", "Lovelace", NEW), customer("1", "Byron", OLD));

        assertEquals(List.of("STALE OLDER", "CREATED", "STALE OLDER"), words(outcomes));
        assertEquals(List.of("1|Lovelace|new"), rows(database, table));
    }

    @ParameterizedTest
    @EnumSource
    void severalRowsOfOneKeyAreAConflict(final TestDatabase database) throws Exception {
        final String table = database.createTable("source_id varchar(20), last_name varchar(20), updated_at $timestamp");
        database.execute("INSERT INTO %s (source_id, last_name) VALUES ('1', 'One'), ('1', 'Two')".formatted(table));

        final TestTable customers = new TestTable(database, table, "source_id");

        assertEquals(List.of("CONFLICT AMBIGUOUS_KEY", "CREATED"), words(customers.deliver(
                record("source_id", "1", "last_name", "Three", "updated_at", NEW), record("source_id", "2", "last_name", "Two", "updated_at", NEW))));
    }

    @ParameterizedTest
    @EnumSource
    void aMissingTableOrColumnIsNobodysFault(final TestDatabase database) throws Exception {
        final String table = database.createTable("source_id varchar(20)");

        assertEquals("TABLE_MISSING", assertThrows(CrmException.class, () -> customers(database, "no_such_table").deliver(customer("1", "One", OLD))).code());
        assertEquals("COLUMN_MISSING", assertThrows(CrmException.class, () -> customers(database, table).deliver(customer("1", "One", OLD))).code());
    }

    @ParameterizedTest
    @EnumSource
    void namesAreFoundInAnyCaseAndQuoted(final TestDatabase database) throws Exception {
        final String quote = database == TestDatabase.MARIADB ? "`" : "\"";
        final String table = database.createTable(
                "source_id varchar(20) PRIMARY KEY, #Order#  varchar(20), #a \"b# varchar(20), updated_at $timestamp".replace("\"", database == TestDatabase.MARIADB ? "\"" : "\"\"").replace("#", quote));

        new TestTable(database, table.toUpperCase().replace("CUSTOMERS", "Customers"), "SOURCE_ID");
        final TestTable customers = new TestTable(database, table, "SOURCE_ID");
        customers.deliver(record("SOURCE_ID", "1", "Order", "x'); DROP TABLE", "a \"b", "y", "updated_at", OLD));

        assertEquals(List.of("1|x'); DROP TABLE|y"), database.query("SELECT source_id, #Order#, #a %s# FROM %s".formatted(
                database == TestDatabase.MARIADB ? "\"b" : "\"\"b", table).replace("#", quote)));
    }

    @ParameterizedTest
    @EnumSource
    void verifyTellsWhetherTheKeyIsUniqueAndTheTimestampFineEnough(final TestDatabase database) throws Exception {
        final String good = database.createTable(COLUMNS);
        final String bad = database.createTable("source_system varchar(20), source_id varchar(20), updated_at date");

        assertEquals(List.of(Finding.Verdict.PASSED, Finding.Verdict.PASSED, Finding.Verdict.PASSED), verdicts(customers(database, good)));
        assertEquals(List.of(Finding.Verdict.PASSED, Finding.Verdict.FAILED, Finding.Verdict.FAILED), verdicts(customers(database, bad)));
    }

    private static List<Finding.Verdict> verdicts(final TestTable table) throws CrmException {
        try (JdbcTableClient client = table.open()) {
            return client.examine(table.settings(ConflictPolicy.LAST_WRITER_WINS, WriteMode.UPSERT, NullValues.IGNORE)).stream()
                    .map(Finding::verdict).toList();
        }
    }

    private static TestTable customers(final TestDatabase database, final String table) {
        return new TestTable(database, table, "source_system", "source_id");
    }

    private static Record customer(final String id, final String lastName, final Timestamp updatedAt) {
        return record("source_system", "s", "source_id", id, "last_name", lastName, "updated_at", updatedAt, "unknown_to_the_table", "x");
    }

    private static List<String> rows(final TestDatabase database, final String table) throws Exception {
        return database.query("SELECT source_id, last_name, status FROM %s ORDER BY source_id".formatted(table));
    }
}
