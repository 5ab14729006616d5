package org.nificrm.delivery.jdbc;

import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.WriteMode;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.nificrm.delivery.jdbc.TestTable.record;
import static org.nificrm.delivery.jdbc.TestTable.words;

class JdbcColumnsTest {

    private static final Date DAY = Date.valueOf(LocalDate.of(1990, 2, 28));

    private int ids;

    @ParameterizedTest
    @EnumSource
    void everyKindOfColumnIsUnchangedWhenReplayed(final TestDatabase database) throws Exception {
        final String table = database.createTable("""
                source_id varchar(10) PRIMARY KEY, c_char char(4), c_text varchar(200), c_small smallint, c_int integer, c_big bigint,
                c_dec numeric(10, 2), c_real real, c_double double precision, c_bool boolean, c_date date, c_time time, c_stamp timestamp,
                updated_at $timestamp""");
        final Record customer = record("source_id", "1", "c_char", "ab", "c_text", Map.of("b", 1, "a", List.of("x")), "c_small", "7", "c_int", 8.0, "c_big", 9L,
                "c_dec", new BigDecimal("12.5"), "c_real", 0.1, "c_double", 0.1, "c_bool", "yes", "c_date", DAY, "c_time", "10:11:12",
                "c_stamp", "2024-01-02 03:04:05", "updated_at", new Timestamp(1_700_000_000_123L));

        assertEquals(List.of("CREATED"), words(deliver(database, table, customer)));
        assertEquals(List.of("UNCHANGED"), words(deliver(database, table, customer)));
        assertEquals(List.of("{\"a\":[\"x\"],\"b\":1}|7|8|9|12.50|1990-02-28"),
                database.query("SELECT c_text, c_small, c_int, c_big, c_dec, c_date FROM " + table));
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitItsColumnIsRejectedAndNeverCut(final TestDatabase database) throws Exception {
        final String table = database.createTable("""
                source_id varchar(10) PRIMARY KEY, c_text varchar(3), c_small smallint, c_int integer, c_dec numeric(5, 2), c_bool boolean, c_date date""");

        assertEquals("REJECTED VALUE_TOO_LONG", deliverOne(database, table, "c_text", "abcd"));
        assertEquals("CREATED", deliverOne(database, table, "c_text", "李小龙"));
        assertEquals("REJECTED OUT_OF_RANGE", deliverOne(database, table, "c_small", 40_000));
        assertEquals("REJECTED PRECISION_LOSS", deliverOne(database, table, "c_int", 1.5));
        assertEquals("REJECTED WRONG_TYPE", deliverOne(database, table, "c_int", "many"));
        assertEquals("REJECTED PRECISION_LOSS", deliverOne(database, table, "c_dec", "1.234"));
        assertEquals("REJECTED OUT_OF_RANGE", deliverOne(database, table, "c_dec", "1234"));
        assertEquals("REJECTED WRONG_TYPE", deliverOne(database, table, "c_bool", "perhaps"));
        assertEquals("REJECTED PRECISION_LOSS", deliverOne(database, table, "c_date", Timestamp.valueOf("1990-02-28 10:00:00")));
        assertEquals("REJECTED WRONG_TYPE", deliverOne(database, table, "c_date", "28.02.1990"));
    }

    private String deliverOne(final TestDatabase database, final String table, final String field, final Object value) throws Exception {
        final Record customer = record("source_id", "c" + ids++, field, value);
        return words(new TestTable(database::connect, table, Optional.empty(), "source_id")
                .deliver(ConflictPolicy.SOURCE_WINS, WriteMode.UPSERT, NullValues.IGNORE, List.of(customer))).getFirst();
    }

    @Test
    void whatOnlyTheDatabaseMaySetIsLeftToIt() throws Exception {
        final TestDatabase database = TestDatabase.POSTGRESQL;
        final String table = database.createTable("id bigint GENERATED ALWAYS AS IDENTITY, source_id varchar(10) PRIMARY KEY, c_text varchar(10)");

        assertEquals("CREATED", words(new TestTable(database::connect, table, Optional.empty(), "source_id")
                .deliver(ConflictPolicy.SOURCE_WINS, WriteMode.UPSERT, NullValues.IGNORE, List.of(record("id", 77L, "source_id", "1", "c_text", "a")))).getFirst());
        assertEquals(List.of("1|a"), database.query("SELECT id, c_text FROM " + table));
    }

    @Test
    void postgreSqlKeepsStructuresArraysAndItsOwnTypes() throws Exception {
        final TestDatabase database = TestDatabase.POSTGRESQL;
        database.execute("CREATE TYPE mood AS ENUM ('good', 'bad')");
        final String table = database.createTable("""
                source_id uuid PRIMARY KEY, extra jsonb, phones text[], mood mood, raw bytea, amount numeric, updated_at $timestamp""");
        final Map<String, Object> extra = new HashMap<>();
        extra.put("level", 3);
        extra.put("none", null);
        final Record customer = record("source_id", "0d1b5a0e-6a4f-4a8a-9a53-0b6d6c2f9f11", "extra", extra, "phones", new Object[] {"+4420", "a\"b,c\\d", "{}"},
                "mood", "good", "raw", new byte[] {1, -1}, "amount", "12.50", "updated_at", new Timestamp(0));

        assertEquals(List.of("CREATED"), words(deliver(database, table, customer)));
        assertEquals(List.of("UNCHANGED"), words(deliver(database, table, customer)));
        assertEquals(List.of("3|a\"b,c\\d|good"), database.query("SELECT extra->>'level', phones[2], mood FROM " + table));
        assertEquals("REJECTED REFUSED_BY_DATABASE", words(deliver(database, table, record("source_id", "0d1b5a0e-6a4f-4a8a-9a53-0b6d6c2f9f12",
                "mood", "so so", "updated_at", new Timestamp(0)))).getFirst());
    }

    @Test
    void mariaDbKeysThatDifferInCaseOnlyAreOneRow() throws Exception {
        final String table = TestDatabase.MARIADB.createTable(
                "source_id varchar(10) COLLATE utf8mb4_general_ci PRIMARY KEY, last_name varchar(10), updated_at $timestamp");

        assertEquals(List.of("STALE OLDER", "CREATED"), words(deliver(TestDatabase.MARIADB, table,
                record("source_id", "a1", "last_name", "Old", "updated_at", new Timestamp(1000)),
                record("source_id", "A1", "last_name", "New", "updated_at", new Timestamp(2000)))));
        assertEquals(List.of("UPDATED"), words(deliver(TestDatabase.MARIADB, table,
                record("source_id", "a1", "last_name", "Newest", "updated_at", new Timestamp(3000)))));
        assertEquals(List.of("A1|Newest"), TestDatabase.MARIADB.query("SELECT source_id, last_name FROM " + table));
    }

    @Test
    void h2KeepsJsonAndUuid() throws Exception {
        final String table = TestDatabase.H2.createTable("source_id uuid PRIMARY KEY, extra json, phones varchar(20) array, updated_at $timestamp");
        final Record customer = record("source_id", "0d1b5a0e-6a4f-4a8a-9a53-0b6d6c2f9f11", "extra", Map.of("level", 3), "phones", new Object[] {"1", "2"},
                "updated_at", new Timestamp(0));

        assertEquals(List.of("CREATED"), words(deliver(TestDatabase.H2, table, customer)));
        assertEquals(List.of("UNCHANGED"), words(deliver(TestDatabase.H2, table, customer)));
    }

    private static List<Outcome> deliver(final TestDatabase database, final String table, final Record... records) throws CrmException, SQLException {
        return new TestTable(database, table, "source_id").deliver(records);
    }
}
