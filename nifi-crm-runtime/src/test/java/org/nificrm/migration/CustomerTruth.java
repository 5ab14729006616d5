package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.nificrm.samples.ClusterMetrics;
import org.nificrm.samples.CustomerRow;
import org.nificrm.samples.Flaw;
import org.nificrm.samples.Sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Holds the customers that a migration brought against the truth of the sample. */
final class CustomerTruth {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double PRECISION = 0.97;
    private static final double RECALL = 0.85;

    private final CustomerFlow flow;
    private final Sample sample;
    private final Set<String> expected;

    CustomerTruth(final CustomerFlow flow, final Sample sample) {
        this.flow = flow;
        this.sample = sample;
        this.expected = Set.copyOf(Expected.of(sample).customers().keySet());
    }

    /** How many source records arrive, or wait in quarantine. */
    int size() {
        return expected.size();
    }

    /** Whether each of them did. */
    boolean hasArrived() {
        final Set<String> arrived = new HashSet<>(keys().keySet());
        arrived.addAll(quarantined());
        return arrived.containsAll(expected) && everyCustomerIsThere();
    }

    private boolean everyCustomerIsThere() {
        return currentIds().equals(new TreeSet<>(goldenIds().values()));
    }

    /** Exactly the expected rows, whatever happened on the way. */
    void assertExact() {
        final Set<String> arrived = new TreeSet<>(keys().keySet());
        arrived.addAll(quarantined());
        assertEquals(new TreeSet<>(expected), arrived);
        assertEquals(new TreeSet<>(goldenIds().values()), currentIds());
        assertOthersAreMarked();
        assertLatestChange();
        assertLoneCustomersAreWhatTheirSourceSays();
        assertPairs();
    }

    /** A customer who turned out to be another one names a current one. */
    private void assertOthersAreMarked() {
        final Set<String> current = currentIds();
        for (final Map<String, String> row : flow.crm().rows("new_crm_customers").values()) {
            if (!current.contains(row.get("golden_id")) && row.containsKey("superseded_by")) {
                assertTrue(current.contains(row.get("superseded_by")), () -> "superseded by none: " + row);
            }

            assertTrue(!current.contains(row.get("golden_id")) || !row.containsKey("superseded_by"), () -> "current and superseded: " + row);
        }
    }

    /** Nothing that one of his records says later is lost: a customer is as new as the newest of them. */
    private void assertLatestChange() {
        final Map<String, String> latest = new HashMap<>();
        final Map<String, Map<String, String>> truth = Expected.of(sample).customers();
        final Set<String> quarantined = quarantined();
        goldenIds().forEach((key, goldenId) -> {
            if (!quarantined.contains(key)) {
                latest.merge(goldenId, truth.get(key).get("updated_at"), (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        });
        final Map<String, String> wrong = new TreeMap<>();
        for (final Map<String, String> row : flow.crm().rows("new_crm_current_customers").values()) {
            final String expectedTime = latest.get(row.get("golden_id"));
            if (expectedTime != null && !expectedTime.equals(row.get("updated_at"))) {
                wrong.put(row.get("golden_id"), expectedTime + " but was " + row.get("updated_at"));
            }
        }

        assertEquals(Map.of(), wrong);
    }

    private void assertLoneCustomersAreWhatTheirSourceSays() {
        final Map<String, Integer> sizes = new HashMap<>();
        goldenIds().values().forEach(goldenId -> sizes.merge(goldenId, 1, Integer::sum));
        final Map<String, Map<String, String>> expectedRows = new TreeMap<>();
        final Map<String, Map<String, String>> actualRows = new TreeMap<>();
        final Map<String, Map<String, String>> truth = Expected.of(sample).customers();
        final Set<String> quarantined = quarantined();
        flow.crm().rows("new_crm_current_customers").forEach((key, row) -> {
            if (sizes.get(row.get("golden_id")) == 1 && !quarantined.contains(key)) {
                expectedRows.put(key, whatCleansingLeaves(truth.get(key), truth.get(key)));
                actualRows.put(key, whatCleansingLeaves(row, truth.get(key)));
            }
        });

        assertTrue(!expectedRows.isEmpty());
        Rows.assertSame(expectedRows, actualRows);
    }

    /** The fields that cleansing fills where they are blank, and never changes. */
    private static Map<String, String> whatCleansingLeaves(final Map<String, String> row, final Map<String, String> truth) {
        final Map<String, String> left = new TreeMap<>();
        for (final String field : List.of("source_system", "source_id", "customer_type", "birth_date", "status", "updated_at")) {
            if (truth.containsKey(field) && row.containsKey(field)) {
                left.put(field, row.get(field));
            }
        }

        return left;
    }

    private void assertPairs() {
        final Map<String, String> goldenIds = goldenIds();
        final List<String> truth = new ArrayList<>();
        final List<String> found = new ArrayList<>();
        for (final CustomerRow row : sample) {
            final String goldenId = row.superseded() || row.flaw() != Flaw.NONE ? null : goldenIds.get(row.system().code() + "/" + row.sourceId());
            if (goldenId != null) {
                truth.add(Long.toString(row.customerId()));
                found.add(goldenId);
            }
        }

        final ClusterMetrics pairs = ClusterMetrics.of(truth.toArray(String[]::new), found.toArray(String[]::new));
        assertTrue(pairs.precision() >= PRECISION, () -> "precision of pairs " + pairs.precision());
        assertTrue(pairs.recall() >= RECALL, () -> "recall of pairs " + pairs.recall());
    }

    private Map<String, Map<String, String>> keys() {
        return flow.crm().rows("new_crm_customer_keys");
    }

    private Map<String, String> goldenIds() {
        final Map<String, String> goldenIds = new TreeMap<>();
        keys().forEach((key, row) -> goldenIds.put(key, row.get("golden_id")));
        return goldenIds;
    }

    private Set<String> currentIds() {
        final Set<String> ids = new TreeSet<>();
        flow.crm().rows("new_crm_current_customers").values().forEach(row -> ids.add(row.get("golden_id")));
        return ids;
    }

    /** Records that the cleansing set aside, by source system and source key. */
    private Set<String> quarantined() {
        final Set<String> keys = new HashSet<>();
        try {
            for (final String file : flow.quarantined("cleanse/customers")) {
                for (final JsonNode row : JSON.readTree(file)) {
                    keys.add(row.path("source_system").asText() + "/" + row.path("source_id").asText());
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }

        return keys;
    }
}
