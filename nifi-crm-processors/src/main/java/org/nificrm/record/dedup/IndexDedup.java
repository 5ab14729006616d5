package org.nificrm.record.dedup;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;
import org.apache.nifi.serialization.record.util.DataTypeUtils;
import org.nificrm.matching.Arrivals;
import org.nificrm.matching.IncomingRecord;
import org.nificrm.matching.IncrementalMatch;
import org.nificrm.matching.IncrementalMatcher;
import org.nificrm.matching.MatchSettings;
import org.nificrm.matching.ModelChoice;
import org.nificrm.matching.PossibleMatch;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.record.RecordInput;
import org.nificrm.record.dedup.IndexView.Entity;
import org.nificrm.record.dedup.IndexView.Member;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Matches the records of one FlowFile against everything seen before. They go into the index in units of a thousand; when all
 * are in, the customers they touched are read back and written once, as they then are. What is written therefore depends on
 * the index alone: a FlowFile that is replayed, even after half of it went in, gives the same. All that is held in memory of a
 * FlowFile besides a unit is one number a record.
 */
public final class IndexDedup {

    static final int UNIT = 1_000;

    private final MatchSettings settings;
    private final ModelChoice model;
    private final EntityStore store;
    private final IncrementalMatcher matcher;
    private final GoldenRecords golden;
    private final LinkRecords links;
    private final MatchInput input;
    private final LongArrayList seen = new LongArrayList();
    private Arrivals arrivals = Arrivals.NONE;
    private RecordSchema schema = new SimpleRecordSchema(List.of());

    /**
     * @param settings how to match
     * @param model    which model to use
     * @param store    what was seen before
     * @param golden   builds golden records
     * @param links    builds the records about links
     */
    public IndexDedup(final MatchSettings settings, final ModelChoice model, final EntityStore store, final GoldenRecords golden, final LinkRecords links) {
        this.settings = settings;
        this.model = model;
        this.store = store;
        this.matcher = new IncrementalMatcher(settings, model, store,
                (arriving, known) -> golden.isOlder(RecordContent.decode(arriving), RecordContent.decode(known)));
        this.golden = golden;
        this.links = links;
        this.input = new MatchInput(settings.fields());
    }

    /** Puts all records of a FlowFile into the index. */
    public void match(final RecordInput records) throws IOException {
        schema = records.schema();
        final List<IncomingRecord> unit = new ArrayList<>(UNIT);
        for (Record record = records.next(); record != null; record = records.next()) {
            unit.add(new IncomingRecord(input.read(record), RecordContent.encode(record)));
            if (unit.size() == UNIT) {
                match(unit);
            }
        }

        if (!unit.isEmpty()) {
            match(unit);
        }
    }

    private void match(final List<IncomingRecord> unit) throws IOException {
        note(matcher.match(unit));
        unit.clear();
    }

    /** Honours a steward's decisions from now on. */
    public void decide(final Collection<Constraint> decisions) throws IOException {
        note(matcher.decide(decisions));
    }

    private void note(final IncrementalMatch match) {
        arrivals = arrivals.plus(match.arrivals());
        seen.addElements(seen.size(), match.recordIds());
    }

    /** What was known of the records so far. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Writes the customers that were touched, as they are now. */
    public void write(final DedupRoutes routes) throws IOException {
        final Scorer scorer = store.transact(transaction -> new Scorer(model.current(transaction.model(), settings), transaction.recordCount()));
        final IndexView view = new IndexView(store, settings.fields(), scorer.model(), seen.toLongArray());
        // Members that came with other FlowFiles may have fields that this one's records do not.
        view.forEachUnseen(member -> schema = DataTypeUtils.merge(schema, member.getSchema()));
        final RecordSchema goldenSchema = GoldenRecords.schema(schema);
        final RecordSchema memberSchema = LinkRecords.memberSchema(schema);
        routes.declare(goldenSchema, memberSchema);
        view.forEachEntity(entity -> write(entity, scorer, goldenSchema, memberSchema, routes));
        view.forEachPossibleMatch((first, second) -> {
            final float score = scorer.score(first, second);
            if (score >= settings.reviewThreshold()) {
                routes.review(links.pair(scorer, new PossibleMatch(first, second, score)));
            }
        });
    }

    private void write(final Entity entity, final Scorer scorer, final RecordSchema goldenSchema, final RecordSchema memberSchema, final DedupRoutes routes)
            throws IOException {
        final List<Member> members = entity.members();
        final List<SourceKey> keys = members.stream().map(Member::key).toList();
        final List<Record> records = members.stream().map(Member::record).toList();
        routes.golden(golden.golden(entity.goldenId(), keys, records, goldenSchema, new Timestamp(entity.revision())));
        if (members.size() > 1) {
            final List<Profile> compared = members.stream().map(Member::profile).toList();
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).seen()) {
                    routes.duplicate(links.member(records.get(i), memberSchema, entity.goldenId(), scorer, compared.get(i), compared));
                }
            }
        }
    }
}
