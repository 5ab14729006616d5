package org.nificrm.matching;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.delivery.jdbc.TestDatabase;
import org.nificrm.matching.block.BlockingIndex;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.RecordPair;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.index.embedded.EmbeddedEntityStore;
import org.nificrm.matching.index.postgres.PostgresEntityStore;
import org.nificrm.matching.index.postgres.Tables;
import org.nificrm.matching.model.MatchModel;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Several tasks or nodes at once, and units of work that break off, on the index in PostgreSQL. */
class SharedIndexTest {

    private static final AtomicInteger INDEXES = new AtomicInteger();
    private static final int NODES = 4;
    private static final int BATCH = 7;
    private static final long RECORD_COUNT = 100;

    private Tables tables;

    @BeforeEach
    void useANewIndex() {
        tables = new Tables("shared_" + INDEXES.incrementAndGet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nodesThatMeetTheSameNewPersonsAtTheSameInstantEndWithOneEntityEach(final long seed) throws Exception {
        final List<SourceRecord> records = persons(40);
        final List<Callable<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            final List<SourceRecord> own = new ArrayList<>();
            for (int i = 0; i < records.size(); i++) {
                // Every record comes to two nodes, as when a FlowFile is delivered twice.
                if (i % NODES == node || (i + 1) % NODES == node) {
                    own.add(records.get(i));
                }
            }

            Collections.shuffle(own, new Random(seed * NODES + node));
            final EntityStore store = open();
            nodes.add(() -> {
                matchInBatches(store, own);
                return null;
            });
        }

        try (ExecutorService executor = Executors.newFixedThreadPool(NODES)) {
            for (final Future<Void> node : executor.invokeAll(nodes)) {
                node.get();
            }
        }

        final Map<UUID, Set<String>> entities = new HashMap<>();
        final EntityStore store = open();
        for (final SourceRecord record : records) {
            entities.computeIfAbsent(entityOf(store, record), absent -> new TreeSet<>()).add(TestRecords.person(record));
        }

        assertEquals(40, entities.size());
        assertTrue(entities.values().stream().allMatch(persons -> persons.size() == 1));
        assertEquals(Set.of(), store.transact(EntityTransaction::unsettled));
    }

    @Test
    void aRecordThatAnotherNodeMatchesFirstStaysInItsEntity() throws IOException {
        final List<SourceRecord> records = persons(1);
        final EntityStore other = open();
        final EntityStore late = watched(open(), call -> {
            if (call.equals("claim")) {
                matchInBatches(other, records.subList(1, 2));
            }
        });
        matchInBatches(late, records.subList(0, 1));
        assertEquals(entityOf(other, records.getFirst()), entityOf(other, records.getLast()));
    }

    @Test
    void aUnitThatBreaksOffAnywhereIsMadeUpForByItsReplay() throws IOException {
        final List<SourceRecord> records = TestRecords.households(4, 5);
        matchInBatches(breakingAt(open(), new AtomicInteger()), records);
        final Map<String, String> expected = state(records);
        int breaks = 0;
        boolean broke = true;
        for (int call = 1; broke; call += 5) {
            useANewIndex();
            final EntityStore store = open();
            final AtomicInteger calls = new AtomicInteger(call);
            try {
                matchInBatches(breakingAt(store, calls), records);
                broke = false;
            } catch (final IOException e) {
                breaks++;
            }

            matchInBatches(breakingAt(store, new AtomicInteger()), records);
            assertEquals(expected, state(records));
        }

        assertTrue(breaks > 5);
    }

    @Test
    void bothIndexesGroupAlike() throws IOException {
        final List<SourceRecord> records = TestRecords.households(30, 8);
        matchInBatches(open(), records);
        final Map<String, String> shared = state(records);

        try (EmbeddedEntityStore embedded = EmbeddedEntityStore.inMemory()) {
            matchInBatches(embedded, records);
            assertEquals(shared, state(embedded, records));
        }
    }

    private EntityStore open() throws IOException {
        return new PostgresEntityStore(TestDatabase.POSTGRESQL::connect, tables);
    }

    private static void matchInBatches(final EntityStore store, final List<SourceRecord> records) throws IOException {
        final IncrementalMatcher matcher = new IncrementalMatcher(MatchSettings.of(TestRecords.FIELDS),
                ModelChoice.fixed(MatchModel.builtIn(TestRecords.FIELDS)), store, VersionOrder.LAST_ARRIVED);
        for (int from = 0; from < records.size(); from += BATCH) {
            matcher.match(records.subList(from, Math.min(from + BATCH, records.size())).stream()
                    .map(record -> new IncomingRecord(record, new byte[0])).toList());
        }
    }

    /** Two records of each person, who is like no other. */
    private static List<SourceRecord> persons(final int count) {
        final Random random = new Random(17);
        final List<SourceRecord> records = new ArrayList<>();
        for (int person = 0; person < count; person++) {
            final String[] values = {letters(random), letters(random), "19%02d-%02d-%02d".formatted(20 + person, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                letters(random) + "@example.org", letters(random) + " " + (1 + random.nextInt(90)), letters(random)};
            records.add(TestRecords.record(person + "-0", values));
            records.add(TestRecords.record(person + "-1", values));
        }

        return records;
    }

    private static String letters(final Random random) {
        return random.ints(9, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static UUID entityOf(final EntityStore store, final SourceRecord record) throws IOException {
        return store.transact(transaction -> transaction.find(List.of(record.key()))).get(record.key()).entityId();
    }

    private Map<String, String> state(final List<SourceRecord> records) throws IOException {
        return state(open(), records);
    }

    /** Entity and possible matches of each record, by source key. */
    private static Map<String, String> state(final EntityStore store, final List<SourceRecord> records) throws IOException {
        return store.transact(transaction -> {
            final Map<String, String> state = new TreeMap<>();
            final Map<Long, String> names = new HashMap<>();
            final List<StoredRecord> stored = List.copyOf(transaction.find(records.stream().map(SourceRecord::key).toList()).values());
            for (final StoredRecord record : stored) {
                names.put(record.id(), record.key().id());
                state.put(record.key().id(), record.entityId().toString());
            }

            for (final RecordPair pair : transaction.possibleMatches(names.keySet())) {
                state.put(names.get(pair.older()) + " ~ " + names.get(pair.newer()), "");
            }

            return state;
        });
    }

    /** A store whose process dies before a certain call; 0 means never. */
    private static EntityStore breakingAt(final EntityStore store, final AtomicInteger calls) {
        return watched(store, call -> {
            if (calls.decrementAndGet() == 0) {
                throw new IOException("the process dies");
            }
        });
    }

    private static EntityStore watched(final EntityStore store, final Watcher watcher) {
        return new EntityStore() {
            @Override
            public <T> T transact(final Work<T> work) throws IOException {
                return store.transact(transaction -> work.run(watched(transaction, watcher)));
            }

            @Override
            public <T> T transactAlone(final Work<T> work) throws IOException {
                return store.transactAlone(transaction -> work.run(watched(transaction, watcher)));
            }

            @Override
            public BlockingIndex blockingIndex(final MatchFields fields) {
                return store.blockingIndex(fields);
            }
        };
    }

    private static EntityTransaction watched(final EntityTransaction transaction, final Watcher watcher) {
        return (EntityTransaction) Proxy.newProxyInstance(EntityTransaction.class.getClassLoader(), new Class<?>[] {EntityTransaction.class},
                (proxy, method, arguments) -> {
                    watcher.before(method.getName());
                    if (method.getName().equals("recordCount")) {
                        // Ids that work undone has used up count too; near a threshold that would tell.
                        return RECORD_COUNT;
                    }

                    try {
                        return method.invoke(transaction, arguments);
                    } catch (final InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Is told the name of each call of a transaction, before it. */
    @FunctionalInterface
    private interface Watcher {
        void before(String call) throws IOException;
    }
}
