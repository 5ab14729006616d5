package org.nificrm.runtime;

import org.nificrm.samples.ClusterMetrics;
import org.nificrm.samples.CustomerRow;
import org.nificrm.samples.Sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the CRM knows of customers after a migration, and how far that is the truth of the sample.
 *
 * @param sourceRecords records of the sources that its customers stand for
 * @param customers     customers
 * @param refused       customers that the crosswalk knows and the CRM has not
 * @param pairs         how well the records of one customer found each other
 */
record CustomerSummary(long sourceRecords, long customers, long refused, ClusterMetrics pairs) {

    static CustomerSummary of(final Connection crm, final Sample sample) throws SQLException {
        final Map<String, String> goldenIds = goldenIds(crm);
        final List<String> truth = new ArrayList<>(goldenIds.size());
        final List<String> found = new ArrayList<>(goldenIds.size());
        for (final CustomerRow row : sample) {
            final String goldenId = goldenIds.remove(key(row.system().code(), row.sourceId()));
            if (goldenId != null) {
                truth.add(Long.toString(row.customerId()));
                found.add(goldenId);
            }
        }

        return new CustomerSummary(count(crm, "new_crm_customer_keys"), count(crm, "new_crm_current_customers"),
                count(crm, "new_crm_customer_keys k WHERE NOT EXISTS (SELECT 1 FROM new_crm_customers c WHERE c.golden_id = k.golden_id)"),
                ClusterMetrics.of(truth.toArray(String[]::new), found.toArray(String[]::new)));
    }

    private static Map<String, String> goldenIds(final Connection crm) throws SQLException {
        final Map<String, String> goldenIds = new HashMap<>();
        try (Statement statement = crm.createStatement();
             ResultSet rows = statement.executeQuery("SELECT source_system, source_id, golden_id FROM new_crm_customer_keys")) {
            while (rows.next()) {
                goldenIds.put(key(rows.getString(1), rows.getString(2)), rows.getString(3));
            }
        }

        return goldenIds;
    }

    private static String key(final String system, final String id) {
        return system + "/" + id;
    }

    private static long count(final Connection crm, final String rows) throws SQLException {
        try (Statement statement = crm.createStatement(); ResultSet result = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            result.next();
            return result.getLong(1);
        }
    }
}
