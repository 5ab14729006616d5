package org.nificrm.matching;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The profiles of records in the store, each read once a unit of work. */
final class StoredProfiles {
    private final EntityTransaction transaction;
    private final ProfileReader reader;
    private final Parallel parallel;
    private final Long2ObjectMap<Read> known = new Long2ObjectOpenHashMap<>();

    StoredProfiles(final EntityTransaction transaction, final ProfileReader reader, final Parallel parallel) {
        this.transaction = transaction;
        this.reader = reader;
        this.parallel = parallel;
    }

    /** Reads those of these records that are not known yet. */
    void read(final LongSet ids) throws IOException {
        final LongOpenHashSet unread = new LongOpenHashSet(ids);
        unread.removeAll(known.keySet());
        if (!unread.isEmpty()) {
            read(transaction.records(unread));
        }
    }

    /** The profile of a record that was read; null if the store does not know it. */
    Profile get(final long id) {
        final Read read = known.get(id);
        return read == null ? null : read.profile;
    }

    /** The profiles of records as they are now. */
    List<Profile> of(final List<StoredRecord> records) {
        final List<StoredRecord> unread = new ArrayList<>();
        for (final StoredRecord record : records) {
            final Read read = known.get(record.id());
            if (read == null || !read.matchValues.equals(record.matchValues())) {
                unread.add(record);
            }
        }

        read(unread);
        return records.stream().map(record -> get(record.id())).toList();
    }

    private void read(final List<StoredRecord> records) {
        final Profile[] profiles = new Profile[records.size()];
        parallel.forEach(profiles.length, i -> profiles[i] = reader.read(SourceRecord.decode(records.get(i).key(), records.get(i).matchValues())));
        for (int i = 0; i < profiles.length; i++) {
            known.put(records.get(i).id(), new Read(records.get(i).matchValues(), profiles[i]));
        }
    }

    private record Read(String matchValues, Profile profile) {
    }
}
