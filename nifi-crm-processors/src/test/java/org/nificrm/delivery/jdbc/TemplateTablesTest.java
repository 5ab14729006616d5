package org.nificrm.delivery.jdbc;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The target tables that come with the templates, created by their own scripts in the databases that they are for. */
class TemplateTablesTest {

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, postgresql.sql", "MARIADB, mysql.sql", "H2, h2.sql"})
    void viewsTellCurrentCustomersAndTheOrdersOfEach(final TestDatabase database, final String script) throws IOException, SQLException {
        create(database, script);
        try {
            database.execute("INSERT INTO new_crm_customers (golden_id, source_system, source_id) VALUES ('g1', 'crm', '1'), ('g2', 'erp', '7')");
            database.execute("INSERT INTO new_crm_customer_keys (source_system, source_id, golden_id) VALUES ('crm', '1', 'g1'), ('erp', '7', 'g1')");
            database.execute("INSERT INTO new_crm_orders (source_system, source_id, customer_source_id) VALUES ('erp', 'o1', '7'), ('erp', 'o2', '8')");
            database.execute("INSERT INTO new_crm_transactions (source_system, source_id, customer_source_id, order_source_id) VALUES ('erp', 't1', '7', 'o1')");

            assertEquals(List.of("g1"), database.query("SELECT golden_id FROM new_crm_current_customers"));
            assertEquals(List.of("o1|g1", "o2|null"), database.query("SELECT source_id, golden_id FROM new_crm_customer_orders ORDER BY source_id"));
            assertEquals(List.of("t1|g1"), database.query("SELECT source_id, golden_id FROM new_crm_customer_transactions"));
            assertEquals(List.of("o2"), database.query("SELECT source_id FROM new_crm_orders_without_customer"));
        } finally {
            drop(database);
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, postgresql.sql", "MARIADB, mysql.sql", "H2, h2.sql"})
    void theDatabaseNotesWhenItWroteACustomerUnlessTheWriterSaysIt(final TestDatabase database, final String script) throws IOException, SQLException {
        final String unknown = "SELECT golden_id FROM new_crm_customers WHERE written_at IS NULL";
        final String old = "SELECT golden_id FROM new_crm_customers WHERE written_at = '2024-04-01 08:00:00' ORDER BY golden_id";
        create(database, script);
        try {
            database.execute("INSERT INTO new_crm_customers (golden_id, source_system, source_id) VALUES ('g1', 'crm', '1'), ('g2', 'erp', '7')");
            assertEquals(List.of(), database.query(unknown));

            database.execute("UPDATE new_crm_customers SET city = 'Paris', written_at = '2024-04-01 08:00:00'");
            assertEquals(List.of("g1", "g2"), database.query(old));

            database.execute("UPDATE new_crm_customers SET city = 'Lyon' WHERE golden_id = 'g1'");
            assertEquals(List.of("g2"), database.query(old));
            assertEquals(List.of(), database.query(unknown));
        } finally {
            drop(database);
        }
    }

    private static void create(final TestDatabase database, final String script) throws IOException, SQLException {
        for (final String statement : Files.readString(Path.of("../templates/ddl", script)).split(";\\R")) {
            if (!statement.isBlank()) {
                database.execute(statement);
            }
        }
    }

    private static void drop(final TestDatabase database) throws SQLException {
        for (final String view : List.of("current_customers", "customer_orders", "customer_transactions", "orders_without_customer")) {
            database.execute("DROP VIEW new_crm_" + view);
        }

        for (final String table : List.of("customers", "customer_keys", "orders", "transactions")) {
            database.execute("DROP TABLE new_crm_" + table);
        }

        if (database == TestDatabase.POSTGRESQL) {
            database.execute("DROP FUNCTION new_crm_written");
        }
    }
}
