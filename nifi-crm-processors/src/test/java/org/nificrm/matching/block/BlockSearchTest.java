package org.nificrm.matching.block;

import org.junit.jupiter.api.Test;
import org.nificrm.matching.Parallel;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BlockSearchTest {

    private static final int CAP = 15;
    private static final MatchFields FIELDS = MatchFields.parse("""
            {"given": "given_name", "family": "surname", "born": "birth_date", "mail": "email", "town": "city"}""");
    private static final String[] GIVEN = {"Anna", "Bernd", "Clara", "Dieter", "Elena", "Felix"};
    private static final String[] TOWNS = {"Aachen", "Bonn", "Celle", "Dessau"};

    private final ProfileReader reader = new ProfileReader(FIELDS);
    private final BlockingIndex index = new BlockingIndex(Attribute.of(FIELDS));
    private int records;
    private long end;

    @Test
    void aFeatureThatFewShareIsEnough() throws IOException {
        add(profile("Greta", "Lindqvist", "1980-05-04", "greta@example.org", "Husum"));
        addCrowd(300);

        assertEquals(Set.of(1), search(profile("Margarete", "Moreau", "1961-12-24", "greta@example.org", "Bonn")));
    }

    @Test
    void featuresThatManyShareAreEnoughTogether() throws IOException {
        addCrowd(900);
        add(profile("Anna", "Crowd", "1987-05-04", "anna.c@example.org", "Bonn"));

        final Set<Integer> found = search(profile("Anna", "Crowd", "1987-05-04", "else@example.net", "Bonn"));

        assertTrue(found.contains(901));
        assertTrue(found.size() < 60);
    }

    @Test
    void aRecordIsNoCandidateOfItself() throws IOException {
        final Profile greta = profile("Greta", "Lindqvist", "1980-05-04", "greta@example.org", "Husum");
        add(greta);
        add(greta);

        assertArrayEquals(new int[] {1}, index.search().candidates(greta, 2));
    }

    @Test
    void aRecordIsFoundByWhatItIsAndByWhatItWas() throws IOException {
        final Profile before = profile("Greta", "Lindqvist", "1980-05-04", "greta@example.org", "Husum");
        final Profile now = profile("Greta", "Moreau", "1980-05-04", "moreau@example.org", "Bonn");
        add(before);
        addCrowd(100);
        add(new int[] {1}, List.of(now));

        assertTrue(search(before).contains(1));
        assertTrue(search(now).contains(1));
    }

    @Test
    void ofManyWhomNothingTellsApartTheOldestAreFound() throws IOException {
        final Profile contact = profile("Valentina", "Tereshkova", null, "tereshkova@example.org", null);
        for (int copy = 0; copy < 3 * CAP; copy++) {
            add(contact);
        }

        assertEquals(IntStream.rangeClosed(1, CAP).boxed().collect(Collectors.toSet()), search(contact));
    }

    @Test
    void othersMayBeAddedWhileOneSearches() throws Exception {
        final Profile greta = profile("Greta", "Lindqvist", "1980-05-04", "greta@example.org", "Husum");
        add(greta);
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            final Future<Void> adding = executor.submit(() -> {
                for (int part = 0; part < 50; part++) {
                    addCrowd(100);
                }

                return null;
            });
            final BlockSearch search = index.search();
            do {
                assertEquals(1, search.candidates(greta, Integer.MAX_VALUE)[0]);
            } while (!adding.isDone());
            adding.get();
        }
    }

    private Set<Integer> search(final Profile profile) {
        return Arrays.stream(index.search().candidates(profile, Integer.MAX_VALUE)).boxed().collect(Collectors.toSet());
    }

    /** Persons who all share much with one another. */
    private void addCrowd(final int count) throws IOException {
        final Random random = new Random(count + records);
        final List<Profile> crowd = IntStream.range(0, count).mapToObj(number -> profile(GIVEN[random.nextInt(GIVEN.length)], "Crowd",
                "198%d-%02d-%02d".formatted(random.nextInt(8), 1 + random.nextInt(12), 1 + random.nextInt(28)), null, TOWNS[random.nextInt(TOWNS.length)])).toList();
        final int first = records + 1;
        records += count;
        add(IntStream.range(first, first + count).toArray(), crowd);
    }

    private void add(final Profile profile) throws IOException {
        add(new int[] {++records}, List.of(profile));
    }

    private void add(final int[] numbers, final List<Profile> profiles) throws IOException {
        final long start = end;
        final BlockingIndex.Part part = new BlockingIndex.Part(numbers, profiles, start + 1);
        index.catchUp(from -> from == start ? part : new BlockingIndex.Part(new int[0], List.of(), from), new Parallel(2));
        end = start + 1;
    }

    private Profile profile(final String... values) {
        return reader.read(new SourceRecord(new SourceKey("crm", "1"), values));
    }
}
