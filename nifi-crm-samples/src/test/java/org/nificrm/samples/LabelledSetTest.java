package org.nificrm.samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelledSetTest {

    @ParameterizedTest
    @EnumSource(LabelledKind.class)
    void theSameSeedGivesTheSameRecords(final LabelledKind kind) {
        assertEquals(LabelledSet.of(kind, 300, 5), LabelledSet.of(kind, 300, 5));
        assertNotEquals(LabelledSet.of(kind, 300, 5), LabelledSet.of(kind, 300, 6));
    }

    @ParameterizedTest
    @EnumSource(LabelledKind.class)
    void someCustomersHaveSeveralRecordsAndNoTwoRecordsOneId(final LabelledKind kind) {
        final List<LabelledRecord> records = LabelledSet.of(kind, 500, 1);

        assertEquals(500, records.stream().map(LabelledRecord::id).distinct().count());
        assertTrue(records.stream().map(LabelledRecord::truth).distinct().count() < 480);
        assertTrue(kind.columns().containsAll(records.stream().flatMap(record -> record.values().keySet().stream()).collect(Collectors.toSet())));
    }

    @Test
    void aSourceKnowsACustomerOnce() {
        final HashSet<String> seen = new HashSet<>();

        for (final LabelledRecord record : LabelledSet.of(LabelledKind.TWO_SOURCES, 1_000, 2)) {
            assertTrue(seen.add(record.values().get(LabelledColumn.SOURCE) + record.truth()));
        }
    }

    @Test
    void theFileHoldsIdsColumnsAndTruth(@TempDir final Path directory) throws IOException {
        final Path file = directory.resolve("contacts.csv");

        LabelledFile.write(file, LabelledKind.CONTACTS,
                List.of(new LabelledRecord("r1", "c7", Map.of(LabelledColumn.FULL_NAME, "Lee, Ann", LabelledColumn.CITY, "Leeds"))));

        assertEquals("rec_id,full_name,email,phone,city,cluster_id\r\nr1,\"Lee, Ann\",,,Leeds,c7\r\n", Files.readString(file));
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnownOnes() {
        final IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> LabelledKind.of("robots"));

        assertTrue(refused.getMessage().contains("hard-persons"));
    }
}
