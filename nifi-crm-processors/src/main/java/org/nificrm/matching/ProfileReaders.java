package org.nificrm.matching;

import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One {@link ProfileReader} a thread. Not for use by several threads itself. */
final class ProfileReaders {
    private final MatchFields fields;
    private final ProfileReader[] readers;
    private final Parallel parallel;
    private MatchModel model;

    ProfileReaders(final MatchFields fields, final int threads) {
        this.fields = fields;
        readers = new ProfileReader[threads];
        Arrays.setAll(readers, thread -> new ProfileReader(fields));
        parallel = new Parallel(threads);
    }

    /** From now on what is read knows how common it is by this model. */
    void apply(final MatchModel current) {
        if (model != current) {
            model = current;
            Arrays.setAll(readers, thread -> new ProfileReader(fields, current::apply));
        }
    }

    /** The profiles of records, in their order. */
    <T> List<Profile> read(final List<T> records, final Function<T, SourceRecord> values) {
        final Profile[] profiles = new Profile[records.size()];
        parallel.forEach(readers.length, part -> {
            final int end = start(part + 1, profiles.length);
            for (int i = start(part, profiles.length); i < end; i++) {
                profiles[i] = readers[part].read(values.apply(records.get(i)));
            }
        });
        return Arrays.asList(profiles);
    }

    private int start(final int part, final int size) {
        return (int) ((long) size * part / readers.length);
    }
}
