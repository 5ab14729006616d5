package org.nificrm.delivery;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RecordLookupTest {

    private static final List<Key> KEYS = IntStream.range(0, 25).mapToObj(i -> Key.of("k" + i)).toList();

    private final FakeCrm crm = new FakeCrm(10);
    private final List<Duration> pauses = new ArrayList<>();
    private final RecordLookup lookup = new RecordLookup(crm, new Backoff(3, pauses::add));

    @Test
    void keysAreLookedUpInBatchesThatTheCrmTakes() throws Exception {
        KEYS.subList(0, 20).forEach(key -> crm.records().put(key, Map.of("last_name", "Ada")));

        assertEquals(Set.copyOf(KEYS.subList(0, 20)), lookup.find(KEYS, Set.of("last_name")).keySet());
        assertEquals(3, crm.lookups());
    }

    @Test
    void aBatchThatFailsInPassingIsRepeated() throws Exception {
        crm.records().put(KEYS.getFirst(), Map.of());
        crm.deadlockLookups(2);

        assertEquals(1, lookup.find(KEYS, Set.of()).size());
        assertEquals(2, pauses.size());
    }

    @Test
    void aCrmThatGivesNoAnswerIsNotAskedForEver() {
        crm.deadlockLookups(3);
        assertThrows(CrmException.class, () -> lookup.find(KEYS, Set.of()));
        crm.setDown(true);
        assertThrows(CrmException.class, () -> lookup.find(KEYS, Set.of()));
        assertEquals(4, crm.lookups());
    }
}
