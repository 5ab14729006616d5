package org.nificrm.matching;

import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.prepare.ProfileReader;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches records against everything seen before and remembers them. New records attach to entities by the same rule as in a
 * batch; the entities they touch, and only those, are clustered anew. Records that come again unchanged change nothing, whatever
 * came in between. Not for use by several threads; several matchers may share a store.
 */
public final class IncrementalMatcher {
    private final MatchSettings settings;
    private final ModelChoice modelChoice;
    private final EntityStore store;
    private final VersionOrder versions;
    private final ProfileReader reader;
    private final CandidateSearch search;
    private final Parallel parallel;
    private boolean modelIsFinal;

    public IncrementalMatcher(final MatchSettings settings, final ModelChoice modelChoice, final EntityStore store, final VersionOrder versions) {
        this.settings = settings;
        this.modelChoice = modelChoice;
        this.store = store;
        this.versions = versions;
        reader = new ProfileReader(settings.fields());
        search = new CandidateSearch(store, settings, reader);
        parallel = new Parallel(settings.threads());
    }

    /**
     * Matches a batch and remembers it. Of several versions of one record, at hand or remembered, the newest counts, and the last
     * of equally new ones.
     *
     * @throws IOException if the store fails; the same batch may be tried again
     */
    public IncrementalMatch match(final Collection<IncomingRecord> batch) throws IOException {
        final Map<SourceKey, IncomingRecord> newest = new LinkedHashMap<>();
        batch.forEach(incoming -> newest.merge(incoming.record().key(), incoming,
                (known, arriving) -> versions.isOutdated(arriving.content(), known.content()) ? known : arriving));
        return run(newest.values(), batch.size() - newest.size(), List.of());
    }

    /** Remembers a steward's decisions and clusters the entities of their records anew. */
    public IncrementalMatch decide(final Collection<Constraint> decisions) throws IOException {
        return run(List.of(), 0, decisions);
    }

    private IncrementalMatch run(final Collection<IncomingRecord> incoming, final int outdated, final Collection<Constraint> decisions) throws IOException {
        final List<PreparedRecord> batch = prepare(List.copyOf(incoming));
        final EntityStore.Work<IncrementalMatch> work = transaction -> {
            transaction.addConstraints(decisions);
            return new MatchUnit(transaction, settings, modelChoice, versions, reader, search, parallel).run(batch, outdated, decisions);
        };
        return modelIsFinal() ? store.transact(work) : store.transactAlone(work);
    }

    private List<PreparedRecord> prepare(final List<IncomingRecord> incoming) {
        final PreparedRecord[] batch = new PreparedRecord[incoming.size()];
        parallel.forEach(batch.length, i -> {
            final SourceRecord record = incoming.get(i).record();
            batch[i] = new PreparedRecord(reader.read(record), record.encode(), incoming.get(i).content());
        });
        return List.of(batch);
    }

    /** While the model may still be learned anew, with which all that is stored is clustered anew, units of work run alone. */
    private boolean modelIsFinal() throws IOException {
        if (!modelIsFinal) {
            modelIsFinal = store.transact(transaction -> modelChoice.isFinal(modelChoice.current(transaction.model(), settings)));
        }

        return modelIsFinal;
    }
}
