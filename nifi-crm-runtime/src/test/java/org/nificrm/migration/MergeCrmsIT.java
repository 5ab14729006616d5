package org.nificrm.migration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;
import org.nificrm.samples.ClusterMetrics;
import org.nificrm.samples.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two CRMs become one: found duplicates, filled fields, a crosswalk, and a steward who has the last word. */
@ExtendWith({RealNifi.class, RealPostgres.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MergeCrmsIT {

    private static final Sample SAMPLE = new Sample(23, 1200);
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private MergeFlow flow;
    private Map<String, Long> truth;

    @BeforeAll
    void merge(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        flow = new MergeFlow(nifi, postgres, "merge_crms");
        truth = flow.fill(SAMPLE);
        flow.start();
        flow.awaitRecords(Map.of("Cleanse Customers", (long) truth.size()));
    }

    @AfterAll
    void close() {
        flow.close();
    }

    @Test
    @Order(1)
    void everyRecordOfBothFindsItsCustomerThroughTheCrosswalk() {
        final Map<String, String> goldenIds = goldenIds();

        assertTrue(truth.keySet().containsAll(goldenIds.keySet()));
        assertTrue(goldenIds.size() > 0.98 * truth.size(), () -> goldenIds.size() + " of " + truth.size());
        assertEquals(new TreeSet<>(goldenIds.values()), new TreeSet<>(customers().keySet()));
    }

    @Test
    @Order(1)
    void recordsOfOneCustomerFindEachOtherAcrossTheSystems() {
        final List<String> expected = new ArrayList<>();
        final List<String> found = new ArrayList<>();
        goldenIds().forEach((key, goldenId) -> {
            expected.add(truth.get(key).toString());
            found.add(goldenId);
        });

        final ClusterMetrics pairs = ClusterMetrics.of(expected.toArray(String[]::new), found.toArray(String[]::new));
        assertTrue(pairs.precision() > 0.95, () -> "precision " + pairs.precision());
        assertTrue(pairs.recall() > 0.8, () -> "recall " + pairs.recall());
        assertTrue(acrossSystems().size() > 50, () -> "customers in both systems: " + acrossSystems().size());
    }

    /** Only the sales CRM has birth dates, only the service CRM has identity and tax numbers. */
    @Test
    @Order(1)
    void oneSystemFillsWhatTheOtherDoesNotKnow() {
        final long filled = acrossSystems().keySet().stream().map(customers()::get)
                .filter(row -> row.containsKey("birth_date") && row.containsKey("national_id") || row.containsKey("mobile") && row.containsKey("phone"))
                .count();

        assertTrue(filled > acrossSystems().size() / 2, () -> filled + " of " + acrossSystems().size());
    }

    @Test
    @Order(2)
    void aStewardPartsWhatWasMergedAndJoinsItAgain() throws IOException {
        final Map.Entry<String, List<String>> customer = acrossSystems().entrySet().stream().filter(entry -> entry.getValue().size() == 2).findFirst().orElseThrow();
        final String first = customer.getValue().getFirst();
        final String second = customer.getValue().getLast();

        decide(first, second, "no match");
        Await.until(TIMEOUT, () -> !goldenIds().get(first).equals(goldenIds().get(second)) && flow.isIdle(), () -> goldenIds().get(first));
        assertTrue(customers().keySet().containsAll(List.of(goldenIds().get(first), goldenIds().get(second))));

        decide(first, second, "match");
        Await.until(TIMEOUT, () -> goldenIds().get(first).equals(goldenIds().get(second)) && flow.isIdle(), () -> goldenIds().get(first));
        assertEquals(customer.getKey(), goldenIds().get(first));
        assertEquals(new TreeSet<>(goldenIds().values()), new TreeSet<>(customers().keySet()));
    }

    @Test
    @Order(2)
    void aCorrectedCustomerComesInThroughTheFolder() throws IOException {
        Files.writeString(flow.directory("corrections").resolve("corrected.json"), """
                [{"source_system": "service_crm", "source_id": "handed-in", "customer_type": "person", "full_name": "Ottilie Rosenquist",
                  "email": "ottilie@rosenquist.example", "country": "SE", "status": "active", "updated_at": 1704164645000, "issues": [{"code": "PLACEHOLDER"}]},
                 {"source_system": "service_crm", "source_id": "without-status", "customer_type": "person", "updated_at": 1704164645000}]""");

        Await.until(TIMEOUT, () -> goldenIds().containsKey("service_crm/handed-in") && flow.isIdle(), () -> goldenIds().size());
        assertEquals("2024-01-02T03:04:05Z", customers().get(goldenIds().get("service_crm/handed-in")).get("updated_at"));
        assertTrue(flow.quarantined("corrections").stream().anyMatch(text -> text.contains("without-status") && text.contains("MAP_REQUIRED_MISSING")));
        assertTrue(Files.exists(flow.directory("corrections").resolve("done/corrected.json")));
    }

    private void decide(final String first, final String second, final String decision) throws IOException {
        final String[] one = first.split("/");
        final String[] other = second.split("/");
        Files.writeString(flow.directory("decisions").resolve("pairs.csv"), """
                first_source_system,first_source_id,second_source_system,second_source_id,match_score,decision
                %s,%s,%s,%s,1.5,%s
                """.formatted(one[0], one[1], other[0], other[1], decision));
    }

    private Map<String, String> goldenIds() {
        final Map<String, String> goldenIds = new TreeMap<>();
        flow.crm().rows("new_crm_customer_keys").forEach((key, row) -> goldenIds.put(key, row.get("golden_id")));
        return goldenIds;
    }

    private Map<String, Map<String, String>> customers() {
        final Map<String, Map<String, String>> customers = new TreeMap<>();
        flow.crm().rows("new_crm_current_customers").values().forEach(row -> customers.put(row.get("golden_id"), row));
        return customers;
    }

    /** By golden id the source records of customers that both systems have. */
    private Map<String, List<String>> acrossSystems() {
        final Map<String, List<String>> members = new TreeMap<>();
        goldenIds().forEach((key, goldenId) -> members.computeIfAbsent(goldenId, absent -> new ArrayList<>()).add(key));
        members.values().removeIf(keys -> keys.stream().map(key -> key.split("/")[0]).distinct().count() < 2);
        return members;
    }
}
