package org.nificrm.migration;

import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.samples.CustomerRow;
import org.nificrm.samples.Flaw;
import org.nificrm.samples.LegacySystem;
import org.nificrm.samples.Sample;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The merge-crms template with two CRMs to read, over which the customers of a sample are spread, many of them in both. */
final class MergeFlow extends CustomerFlow {

    private final String salesDatabase;
    private final String serviceDatabase;

    /** @param name of this run: lower-case letters and underscores */
    MergeFlow(final NifiApi nifi, final PostgresServer postgres, final String name) throws IOException, SQLException {
        super(nifi, postgres, "merge-crms", name);
        salesDatabase = name + "_sales";
        serviceDatabase = name + "_service";
        final Map<String, String> parameters = new HashMap<>();
        for (final Map.Entry<String, String> database : Map.of("Sales CRM", salesDatabase, "Service CRM", serviceDatabase).entrySet()) {
            postgres.createDatabase(database.getValue());
            parameters.putAll(RealPostgres.parameters(database.getKey() + " Database", postgres.url(database.getValue())));
            parameters.put(database.getKey() + " Slice", "200");
        }

        importFlow(parameters);
    }

    /**
     * Fills both CRMs.
     *
     * @return by source system and key the customer a record is about
     */
    Map<String, Long> fill(final Sample sample) throws SQLException {
        final Map<String, Long> truth = new HashMap<>();
        try (Connection sales = postgres().connect(salesDatabase); Connection service = postgres().connect(serviceDatabase)) {
            create(sales, """
                    CREATE TABLE sales_contacts (id bigint PRIMARY KEY, kind text, first_name text, last_name text, company text, email text, mobile text,
                        birth_date date, gender text, street text, city text, region text, zip text, country text, status text, modified_at timestamptz)""");
            create(service, """
                    CREATE TABLE service_accounts (account_id bigint PRIMARY KEY, kind text, display_name text, mail text, telephone text, identity_no text,
                        tax_no text, address text, town text, province text, postcode text, nation text, state int, changed_at timestamptz)""");
            for (final CustomerRow row : sample) {
                if (row.flaw() == Flaw.NONE && !row.superseded()) {
                    final boolean inSales = row.system() == LegacySystem.WESTERN_CRM || row.system() == LegacySystem.CHINESE_ERP;
                    truth.put((inSales ? "sales_crm/" : "service_crm/") + (row.index() + 1), row.customerId());
                    if (inSales) {
                        insert(sales, "sales_contacts", salesRow(row));
                    } else {
                        insert(service, "service_accounts", serviceRow(row));
                    }
                }
            }
        }

        return truth;
    }

    private static Object[] salesRow(final CustomerRow row) {
        final boolean person = row.value("customer_type").equals("person");
        final String gender = row.value("gender");
        return new Object[] {row.index() + 1, person ? "P" : "C", row.value("first_name"), row.value("last_name"), row.value("company_name"), row.value("email"),
            row.value("phone"), row.value("birth_date") == null ? null : Date.valueOf(row.value("birth_date")),
            gender == null ? null : gender.equals("female") ? "F" : "M", row.value("address_line1"), row.value("city"), row.value("region"),
            row.value("postal_code"), row.value("country"), row.value("status"), time(row)};
    }

    private static Object[] serviceRow(final CustomerRow row) {
        final boolean person = row.value("customer_type").equals("person");
        final String name = !person ? row.value("company_name")
                : row.value("full_name") != null ? row.value("full_name") : row.value("country").equals("CN")
                        ? row.value("last_name") + row.value("first_name") : row.value("first_name") + " " + row.value("last_name");
        return new Object[] {row.index() + 1, person ? "individual" : "business", name, row.value("email"), row.value("phone"), row.value("national_id"),
            row.value("tax_id"), row.value("address_line1"), row.value("city"), row.value("region"), row.value("postal_code"), row.value("country"),
            Map.of("active", 1, "inactive", 2, "closed", 9).get(row.value("status")), time(row)};
    }

    private static Timestamp time(final CustomerRow row) {
        return Timestamp.from(Instant.parse(row.value("updated_at")));
    }

    private static void create(final Connection connection, final String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert(final Connection connection, final String table, final Object[] values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO %s VALUES (?%s)".formatted(table, ", ?".repeat(values.length - 1)))) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }

            statement.executeUpdate();
        }
    }
}
