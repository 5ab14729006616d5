package org.nificrm.matching.index;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.matching.field.SourceKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every store of the matcher's memory must do; each implementation runs it on itself. */
public abstract class EntityStoreContract {

    private static final SourceKey ADA = new SourceKey("crm", "1");
    private static final SourceKey ALAN = new SourceKey("crm", "2");
    private static final SourceKey GRACE = new SourceKey("erp", "1");

    private static final int MOST = 100;
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
        final long[] ids = save(write(ADA, 10, 11), write(ALAN, 11));

        final Map<SourceKey, StoredRecord> found = run(transaction -> transaction.find(List.of(ALAN, GRACE)));

        assertEquals(Map.of(ALAN, new StoredRecord(ids[1], ALAN, ALAN.goldenId(), "values of 2", REVISION)), found);
        assertTrue(ids[0] < ids[1]);
    }

    @Test
    void blocksListTheirMembersInOrderOfArrivalUpToTheLimit() throws IOException {
        final long[] ids = save(write(ADA, 10, 11), write(ALAN, 11), write(GRACE, 11, 12));

        final Map<Long, long[]> blocks = run(transaction -> transaction.blocks(new long[] {10, 11, 99}, 2)).members();

        assertEquals(Set.of(10L, 11L), blocks.keySet());
        assertArrayEquals(new long[] {ids[0]}, blocks.get(10L));
        assertArrayEquals(new long[] {ids[0], ids[1]}, blocks.get(11L));
    }

    @Test
    void aKnownRecordKeepsItsIdAndItsFormerBlocks() throws IOException {
        final long id = save(write(ADA, 10))[0];

        final long again = save(write(ADA, 20))[0];

        assertEquals(id, again);
        assertEquals(Set.of(10L, 20L), run(transaction -> transaction.blocks(new long[] {10, 20}, 5)).members().keySet());
    }

    @Test
    void furtherBlockKeysAreAddedToThoseARecordHas() throws IOException {
        final long id = save(write(ADA, 10))[0];

        run(transaction -> {
            transaction.file(new long[] {id, id}, new long[] {10, 30}, MOST);
            return null;
        });

        final Map<Long, long[]> blocks = run(transaction -> transaction.blocks(new long[] {10, 30}, 5)).members();
        assertArrayEquals(new long[] {id}, blocks.get(10L));
        assertArrayEquals(new long[] {id}, blocks.get(30L));
    }

    @Test
    void nobodyIsFoundInABlockThatWasSplit() throws Exception {
        save(write(ADA, 10, 11), write(ALAN, 10));
        run(transaction -> {
            transaction.split(new long[] {10, 12});
            return null;
        });
        save(write(GRACE, 10, 12));

        for (final EntityStore seen : List.of(store, reopened())) {
            final FoundBlocks found = seen.transact(transaction -> transaction.blocks(new long[] {10, 11, 12, 13}, 5));
            assertEquals(Set.of(10L, 12L), found.split());
            assertEquals(Set.of(11L), found.members().keySet());
        }
    }

    @Test
    void anEntityHasTheMembersThatWereAssignedToIt() throws IOException {
        final long[] ids = save(write(ADA, 10), write(ALAN, 11));

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
        final long[] ids = save(write(ADA, 10), write(ALAN, 11));

        final List<StoredRecord> records = run(transaction -> transaction.records(List.of(ids[0], 999_999L)));
        final Map<Long, byte[]> contents = run(transaction -> transaction.contents(List.of(ids[1])));

        assertEquals(List.of(ADA), records.stream().map(StoredRecord::key).toList());
        assertEquals("content of 2", new String(contents.get(ids[1]), StandardCharsets.UTF_8));
    }

    @Test
    void aTransactionSeesItsOwnWrites() throws IOException {
        final int found = run(transaction -> {
            save(transaction, write(ADA, 10));
            return transaction.find(List.of(ADA)).size() + transaction.blocks(new long[] {10}, 1).members().size();
        });

        assertEquals(2, found);
    }

    @Test
    void workThatFailsLeavesNothingBehind() throws Exception {
        save(write(ALAN, 10));

        assertThrows(IOException.class, () -> run(transaction -> {
            final long[] ids = save(transaction, write(ADA, 10), write(ALAN, 11));
            transaction.split(new long[] {10});
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
            assertEquals(Set.of(10L), transaction.blocks(new long[] {10, 11}, 5).members().keySet());
            assertEquals(1, transaction.blocks(new long[] {10}, 5).members().get(10L).length);
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
        final long[] ids = save(write(ADA, 10), write(ALAN, 11));
        save(write(ADA, 12));
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
            assertEquals(Set.of(10L, 11L, 12L), transaction.blocks(new long[] {10, 11, 12}, 5).members().keySet());
            assertEquals(1, transaction.constraints(List.of(GRACE)).size());
            assertEquals("content of 1", new String(transaction.contents(List.of(ids[0])).get(ids[0]), StandardCharsets.UTF_8));
            assertTrue(save(transaction, write(GRACE, 13))[0] > ids[1]);
            return null;
        });
    }

    @Test
    void whatIsPublishedIsFoundByAllOthersAndStays() throws Exception {
        final EntityStore other = shared();

        final boolean found = run(transaction -> {
            final long[] ids = transaction.save(List.of(write(ADA).write), REVISION);
            transaction.file(ids, new long[] {10}, MOST);
            transaction.publish();
            return transaction.unsettled().contains(ids[0]) && transaction.blocks(new long[] {10}, 5).members().get(10L).length == 1;
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

    private long[] save(final Filed... filed) throws IOException {
        return run(transaction -> save(transaction, filed));
    }

    private static long[] save(final EntityTransaction transaction, final Filed... filed) throws IOException {
        final long[] ids = transaction.save(Arrays.stream(filed).map(Filed::write).toList(), REVISION);
        for (int i = 0; i < ids.length; i++) {
            final long[] records = new long[filed[i].blockKeys.length];
            Arrays.fill(records, ids[i]);
            transaction.file(records, filed[i].blockKeys, MOST);
        }

        transaction.settle(LongArrayList.wrap(ids));
        return ids;
    }

    private static Filed write(final SourceKey key, final long... blockKeys) {
        return new Filed(new RecordWrite(key, "values of " + key.id(), ("content of " + key.id()).getBytes(StandardCharsets.UTF_8)), blockKeys);
    }

    private record Filed(RecordWrite write, long[] blockKeys) {
    }
}
