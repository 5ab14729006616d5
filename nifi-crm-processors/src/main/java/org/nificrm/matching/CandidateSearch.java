package org.nificrm.matching;

import org.nificrm.matching.block.BlockSearch;
import org.nificrm.matching.block.BlockingIndex;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.Changes;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.io.IOException;
import java.util.List;

/**
 * Finds the stored records that are worth comparing with records at hand, whether they were there before, are at hand too, or arrived
 * at the same time elsewhere: what is at hand is stored, for all to see, before anything is searched.
 */
final class CandidateSearch {
    private static final int READ_AT_ONCE = 10_000;

    private final BlockingIndex index;
    private final Workers<BlockSearch> searches;
    private final ProfileReader reader;
    private final Parallel parallel;

    CandidateSearch(final EntityStore store, final MatchSettings settings, final ProfileReader reader) {
        index = store.blockingIndex(settings.fields());
        parallel = new Parallel(settings.threads());
        searches = new Workers<>(parallel, index::search);
        this.reader = reader;
    }

    /**
     * Searches.
     *
     * @param ids      of the records at hand, which are stored
     * @param profiles of the same
     * @return for each of them the ids of records to compare it with, ascending
     */
    int[][] search(final EntityTransaction transaction, final long[] ids, final List<Profile> profiles) throws IOException {
        index.catchUp(start -> read(transaction.changes(start, READ_AT_ONCE)), parallel);
        final int[][] candidates = new int[ids.length][];
        searches.forEach(ids.length, (search, number) -> candidates[number] = search.candidates(profiles.get(number), (int) ids[number]));
        return candidates;
    }

    private BlockingIndex.Part read(final Changes changes) {
        final Profile[] profiles = new Profile[changes.records().size()];
        parallel.forEach(profiles.length,
                i -> profiles[i] = reader.read(SourceRecord.decode(changes.records().get(i).key(), changes.records().get(i).matchValues())));
        return new BlockingIndex.Part(changes.records().stream().mapToInt(record -> Math.toIntExact(record.id())).toArray(), List.of(profiles), changes.end());
    }
}
