package org.nificrm.samples;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SampleTest {

    private static final Sample SAMPLE = new Sample(7, 5000);

    @Test
    void sameSeedGivesSameRows() {
        assertEquals(list(SAMPLE), list(new Sample(7, 5000)));
    }

    @Test
    void otherSeedGivesOtherRows() {
        assertNotEquals(list(SAMPLE).getFirst().values(), list(new Sample(8, 5000)).getFirst().values());
    }

    @Test
    void hasAsManyRowsAsAskedFor() {
        assertEquals(0, list(new Sample(7, 0)).size());
        assertEquals(1, list(new Sample(7, 1)).size());
        assertEquals(5000, list(SAMPLE).size());
    }

    @Test
    void everySystemAndEveryCustomerFlawOccurs() {
        final Set<LegacySystem> systems = new HashSet<>();
        final Set<Flaw> flaws = new HashSet<>();
        for (final CustomerRow row : SAMPLE) {
            systems.add(row.system());
            flaws.add(row.flaw());
        }

        assertEquals(Set.of(LegacySystem.values()), systems);
        assertEquals(Set.of(Flaw.NONE, Flaw.MISSING_KEY, Flaw.UNKNOWN_STATUS, Flaw.IMPOSSIBLE_DATE, Flaw.OVERLONG_CITY), flaws);
    }

    @Test
    void aboutAThirdOfTheRowsAreDuplicatesOfOthers() {
        final Set<Long> customers = new HashSet<>();
        SAMPLE.forEach(row -> customers.add(row.customerId()));

        final double duplicates = 1 - customers.size() / 5000.0;
        assertTrue(duplicates > 0.25 && duplicates < 0.45, () -> "share of duplicates " + duplicates);
    }

    @Test
    void aKeyOccursTwiceOnlyWhereOneVersionSupersedesTheOther() {
        final Map<String, List<CustomerRow>> versions = new HashMap<>();
        SAMPLE.forEach(row -> versions.computeIfAbsent(row.system() + "/" + row.sourceId(), key -> new ArrayList<>()).add(row));

        for (final List<CustomerRow> rows : versions.values()) {
            final List<CustomerRow> current = rows.stream().filter(row -> !row.superseded()).toList();
            assertEquals(1, current.size());
            assertTrue(rows.stream().filter(CustomerRow::superseded).allMatch(row -> row.updatedAt().isBefore(current.getFirst().updatedAt())));
        }
    }

    @Test
    void earlierSampleHasSameKeysAndEarlierTimes() {
        final List<CustomerRow> rows = list(SAMPLE);
        final List<CustomerRow> earlier = list(SAMPLE.earlier());

        for (int i = 0; i < rows.size(); i++) {
            assertEquals(rows.get(i).sourceId(), earlier.get(i).sourceId());
            assertEquals(rows.get(i).system(), earlier.get(i).system());
            assertTrue(earlier.get(i).updatedAt().isBefore(rows.get(i).updatedAt()));
        }
    }

    @Test
    void tallyAccountsForEveryRow() {
        final Tally tally = Tally.of(SAMPLE);

        assertEquals(5000, tally.read());
        assertEquals(tally.read(), tally.delivered() + tally.unmappable() + tally.superseded());
        assertTrue(tally.unmappable() > 0);
        assertTrue(tally.superseded() > 0);
        assertTrue(tally.rejectedOrders() > 0);
    }

    private static List<CustomerRow> list(final Sample sample) {
        final List<CustomerRow> rows = new ArrayList<>();
        sample.forEach(rows::add);

        return rows;
    }
}
