package org.nificrm.matching.index;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.matching.field.SourceKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every store of the matcher's memory must do; each implementation runs it on itself. */
public abstract class EntityStoreContract {

    private static final SourceKey ADA = new SourceKey("crm", "1");
    private static final SourceKey ALAN = new SourceKey("crm", "2");
    private static final SourceKey GRACE = new SourceKey("erp", "1");

    private static final long REVISION = 1_000;

    private EntityStore store;

    /** A store without any records. */
    protected abstract EntityStore emptyStore() throws Exception;

    /** The same store as another task or node sees it at the same time. */
    protected abstract EntityStore shared() throws Exception;

    /** The same store after a restart; the one before is not used again. */
    protected abstract EntityStore reopened() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = emptyStore();
    }

    @Test
    void savedRecordsAreFoundByTheirSourceKey() throws IOException {
        final long[] ids = save(write(ADA), write(ALAN));

        final Map<SourceKey, StoredRecord> found = run(transaction -> transaction.find(List.of(ALAN, GRACE)));

        assertEquals(Map.of(ALAN, new StoredRecord(ids[1], ALAN, ALAN.goldenId(), "values of 2", REVISION)), found);
        assertTrue(ids[0] < ids[1]);
    }

    @Test
    void changesTellOfNewRecordsAndOfNewValuesInTheirOrder() throws Exception {
        final long[] ids = save(write(ADA), write(ALAN), write(GRACE));
        save(write(ALAN));

        for (final EntityStore seen : List.of(store, shared())) {
            final Changes first = seen.transact(transaction -> transaction.changes(0, 2));
            final Changes rest = seen.transact(transaction -> transaction.changes(first.end(), 10));
            final Changes nothing = seen.transact(transaction -> transaction.changes(rest.end(), 10));

            final Set<Long> told = new HashSet<>();
            Stream.of(first, rest).forEach(changes -> changes.records().forEach(record -> told.add(record.id())));
            assertEquals(Set.of(ids[0], ids[1], ids[2]), told);
            assertEquals(ids[1], rest.records().getLast().id());
            assertEquals(new Changes(List.of(), rest.end()), nothing);
        }
    }

    @Test
    void noChangeIsOverlookedBesideUnitsThatSaveAtTheSameTime() throws Exception {
        final int writers = 4;
        final int each = 40;
        final Set<SourceKey> told = ConcurrentHashMap.newKeySet();
        final AtomicInteger writing = new AtomicInteger(writers);
        try (ExecutorService executor = Executors.newFixedThreadPool(writers + 1)) {
            final List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                final String system = "system " + writer;
                final EntityStore seen = shared();
                work.add(executor.submit(() -> {
                    for (int record = 0; record < each; record++) {
                        final SourceKey key = new SourceKey(system, "" + record);
                        seen.transact(transaction -> save(transaction, write(key)));
                    }

                    return writing.decrementAndGet();
                }));
            }

            final EntityStore reader = shared();
            work.add(executor.submit(() -> {
                long end = 0;
                boolean last;
                do {
                    last = writing.get() == 0;
                    final long start = end;
                    final Changes changes = reader.transact(transaction -> transaction.changes(start, 1_000));
                    changes.records().forEach(record -> told.add(record.key()));
                    end = changes.end();
                } while (!last);
                return told.size();
            }));
            for (final Future<?> done : work) {
                done.get();
            }
        }

        assertEquals(writers * each, told.size());
    }

    @Test
    void aKnownRecordKeepsItsId() throws IOException {
        final long id = save(write(ADA))[0];

        assertEquals(id, save(write(ADA))[0]);
    }

    @Test
    void anEntityHasTheMembersThatWereAssignedToIt() throws IOException {
        final long[] ids = save(write(ADA), write(ALAN));

        run(transaction -> {
            transaction.assign(Map.of(ids[1], ADA.goldenId()), REVISION + 1);
            return null;
        });

        final List<StoredRecord> members = run(transaction -> transaction.members(List.of(ADA.goldenId())));
        assertEquals(List.of(ADA, ALAN), members.stream().map(StoredRecord::key).toList());
        assertEquals(List.of(REVISION, REVISION + 1), members.stream().map(StoredRecord::revision).toList());
        assertEquals(List.of(), run(transaction -> transaction.members(List.of(ALAN.goldenId()))));
    }

    @Test
    void recordsAndContentsAreReadById() throws IOException {
        final long[] ids = save(write(ADA), write(ALAN));

        final List<StoredRecord> records = run(transaction -> transaction.records(List.of(ids[0], 999_999L)));
        final Map<Long, byte[]> contents = run(transaction -> transaction.contents(List.of(ids[1])));

        assertEquals(List.of(ADA), records.stream().map(StoredRecord::key).toList());
        assertEquals("content of 2", new String(contents.get(ids[1]), StandardCharsets.UTF_8));
    }

    @Test
    void aTransactionSeesItsOwnWrites() throws IOException {
        final int found = run(transaction -> {
            save(transaction, write(ADA));
            return transaction.find(List.of(ADA)).size() + transaction.changes(0, 10).records().size();
        });

        assertEquals(2, found);
    }

    @Test
    void workThatFailsLeavesNothingBehind() throws Exception {
        save(write(ALAN));

        assertThrows(IOException.class, () -> run(transaction -> {
            final long[] ids = save(transaction, write(ADA), write(ALAN));
            transaction.assign(Map.of(ids[1], ADA.goldenId()), REVISION + 1);
            transaction.saveModel("half done");
            transaction.addConstraints(List.of(new Constraint(ADA, ALAN, Constraint.Kind.MUST_LINK)));
            throw new IOException("the work breaks off");
        }));

        assertHoldsOnlyAlan(store);
        assertHoldsOnlyAlan(reopened());
    }

    private static void assertHoldsOnlyAlan(final EntityStore seen) throws IOException {
        seen.transact(transaction -> {
            assertEquals(Set.of(ALAN), transaction.find(List.of(ADA, ALAN)).keySet());
            assertEquals(Set.of(ALAN), transaction.changes(0, 10).records().stream().map(StoredRecord::key).collect(Collectors.toSet()));
            assertEquals(1, transaction.members(List.of(ALAN.goldenId())).size());
            assertEquals(Optional.empty(), transaction.model());
            assertEquals(List.of(), transaction.constraints(List.of(ADA)));
            return null;
        });
    }

    @Test
    void theLatestDecisionOfAStewardCounts() throws IOException {
        run(transaction -> {
            transaction.addConstraints(List.of(new Constraint(ADA, ALAN, Constraint.Kind.MUST_LINK)));
            transaction.addConstraints(List.of(new Constraint(ALAN, ADA, Constraint.Kind.MUST_NOT_LINK)));
            return null;
        });

        final List<Constraint> decision = List.of(new Constraint(ADA, ALAN, Constraint.Kind.MUST_NOT_LINK));
        assertEquals(decision, run(transaction -> transaction.constraints(List.of(ADA))));
        assertEquals(decision, run(transaction -> transaction.constraints(List.of(ALAN, GRACE))));
        assertEquals(List.of(), run(transaction -> transaction.constraints(List.of(GRACE))));
    }

    @Test
    void allOfItIsThereAfterReopening() throws Exception {
        final long[] ids = save(write(ADA), write(ALAN));
        save(write(ADA));
        run(transaction -> {
            transaction.saveModel("first");
            transaction.saveModel("second");
            transaction.assign(Map.of(ids[1], ADA.goldenId()), REVISION + 1);
            transaction.addConstraints(List.of(new Constraint(ADA, GRACE, Constraint.Kind.MUST_NOT_LINK)));
            return null;
        });

        final EntityStore reopened = reopened();

        reopened.transact(transaction -> {
            assertEquals(Optional.of("second"), transaction.model());
            assertEquals(2, transaction.members(List.of(ADA.goldenId())).size());
            assertEquals(Set.of(ADA, ALAN), transaction.changes(0, 10).records().stream().map(StoredRecord::key).collect(Collectors.toSet()));
            assertEquals(1, transaction.constraints(List.of(GRACE)).size());
            assertEquals("content of 1", new String(transaction.contents(List.of(ids[0])).get(ids[0]), StandardCharsets.UTF_8));
            assertTrue(save(transaction, write(GRACE))[0] > ids[1]);
            return null;
        });
    }

    @Test
    void whatIsPublishedIsFoundByAllOthersAndStays() throws Exception {
        final EntityStore other = shared();

        final boolean found = run(transaction -> {
            final long[] ids = transaction.save(List.of(write(ADA)), REVISION);
            transaction.publish();
            return transaction.unsettled().contains(ids[0]);
        });

        assertTrue(found);
        assertEquals(ADA.goldenId(), other.transact(transaction -> transaction.find(List.of(ADA))).get(ADA).entityId());
    }

    @Test
    void entitiesThatAreClaimedDoNotChangeUnderTheHandsOfTheClaimant() throws Exception {
        final long[] ids = save(write(ADA), write(ALAN), write(GRACE));
        final List<Callable<Integer>> units = new ArrayList<>();
        for (final EntityStore seen : List.of(store, shared())) {
            for (int i = 0; i < 6; i++) {
                final long chosen = ids[i % ids.length];
                units.add(() -> seen.transact(transaction -> joinAll(transaction, chosen, ids)));
            }
        }

        int moved = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
            for (final Future<Integer> outcome : executor.invokeAll(units)) {
                moved += outcome.get();
            }
        }

        assertEquals(ids.length - 1, moved);
    }

    private static int joinAll(final EntityTransaction transaction, final long chosen, final long[] ids) throws IOException {
        final Map<Long, UUID> moved = new HashMap<>();
        for (final StoredRecord record : transaction.claim(List.of(chosen, ids[0], ids[1], ids[2]))) {
            if (!record.entityId().equals(ADA.goldenId())) {
                moved.put(record.id(), ADA.goldenId());
            }
        }

        transaction.assign(moved, REVISION + 1);
        return moved.size();
    }

    @Test
    void possibleMatchesAreFoundByEitherRecordUntilOneOfThemChanges() throws IOException {
        final long[] ids = save(write(ADA), write(ALAN), write(GRACE));
        final RecordPair pair = new RecordPair(ids[1], ids[0]);
        run(transaction -> {
            transaction.addPossibleMatches(List.of(pair));
            transaction.addPossibleMatches(List.of(pair, new RecordPair(ids[1], ids[2])));
            return null;
        });

        assertEquals(List.of(pair), run(transaction -> transaction.possibleMatches(List.of(ids[0]))));
        assertEquals(2, run(transaction -> transaction.possibleMatches(List.of(ids[0], ids[1], ids[2]))).size());
        save(write(ADA));
        assertEquals(List.of(), run(transaction -> transaction.possibleMatches(List.of(ids[0]))));
    }

    @Test
    void whatARecordChangedIsRemembered() throws Exception {
        final long[] ids = save(write(ADA), write(ALAN));
        run(transaction -> {
            transaction.addConsequences(ids[0], Set.of(ALAN.goldenId()));
            transaction.addConsequences(ids[0], Set.of(ALAN.goldenId(), GRACE.goldenId()));
            return null;
        });

        assertEquals(Set.of(ALAN.goldenId(), GRACE.goldenId()), reopened().transact(transaction -> transaction.consequences(List.of(ids[0], ids[1]))));
    }

    @Test
    void aKnownRecordThatIsReplacedIsNewerThanBefore() throws IOException {
        save(write(ADA));

        save(write(ADA));

        assertEquals(REVISION + 1, run(transaction -> transaction.find(List.of(ADA))).get(ADA).revision());
    }

    private <T> T run(final EntityStore.Work<T> work) throws IOException {
        return store.transact(work);
    }

    private long[] save(final RecordWrite... writes) throws IOException {
        return run(transaction -> save(transaction, writes));
    }

    private static long[] save(final EntityTransaction transaction, final RecordWrite... writes) throws IOException {
        final long[] ids = transaction.save(List.of(writes), REVISION);
        transaction.settle(LongArrayList.wrap(ids));
        return ids;
    }

    private static RecordWrite write(final SourceKey key) {
        return new RecordWrite(key, "values of " + key.id(), ("content of " + key.id()).getBytes(StandardCharsets.UTF_8));
    }
}
