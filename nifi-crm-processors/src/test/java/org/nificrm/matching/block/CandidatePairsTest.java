package org.nificrm.matching.block;

import org.junit.jupiter.api.Test;
import org.nificrm.matching.Parallel;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CandidatePairsTest {

    private static final MatchFields FIELDS = MatchFields.parse("{\"family\": \"surname\", \"mail\": \"email\", \"town\": \"city\"}");

    private final ProfileReader reader = new ProfileReader(FIELDS);

    @Test
    void aPairStandsOnceWithTheRecordThatComesLater() {
        final CandidatePairs pairs = pairs(List.of(profile("Lindqvist", "greta@example.org"), profile("Moreau", "paul@example.org"),
                profile("Novotny", "greta@example.org"), profile("Moreau", "anna@example.org")), 1);

        assertArrayEquals(new int[] {}, pairs.before(0));
        assertArrayEquals(new int[] {}, pairs.before(1));
        assertArrayEquals(new int[] {0}, pairs.before(2));
        assertArrayEquals(new int[] {1}, pairs.before(3));
        assertEquals(2, pairs.count());
        assertEquals(2, pairs.largestBlock());
    }

    @Test
    void severalThreadsFindTheSamePairsInTheSameOrder() {
        final Random random = new Random(3);
        final List<Profile> profiles = IntStream.range(0, 2_000)
                .mapToObj(number -> profile("name" + random.nextInt(90), random.nextInt(300) + "mail@example.org", "Town " + random.nextInt(12))).toList();
        final CandidatePairs one = pairs(profiles, 1);
        final CandidatePairs three = pairs(profiles, 3);

        for (int record = 0; record < profiles.size(); record++) {
            final int current = record;
            final int[] before = one.before(record);
            assertArrayEquals(before, three.before(record));
            assertTrue(Arrays.stream(before).allMatch(other -> other < current));
            assertEquals(before.length, Arrays.stream(before).distinct().count());
        }

        assertTrue(one.count() > profiles.size());
    }

    @Test
    void noRecordsMakeNoPairs() {
        assertEquals(0, pairs(List.of(), 2).count());
    }

    private static CandidatePairs pairs(final List<Profile> profiles, final int threads) {
        return CandidatePairs.of(profiles, Attribute.of(FIELDS), new Parallel(threads));
    }

    private Profile profile(final String family, final String mail) {
        return profile(family, mail, null);
    }

    private Profile profile(final String... values) {
        return reader.read(new SourceRecord(new SourceKey("crm", "1"), values));
    }
}
