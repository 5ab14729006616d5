package org.nificrm.matching;

import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads profiles on several threads. Not for use by several threads itself. */
final class ProfileReaders {
    private final MatchFields fields;
    private final int threads;
    private Workers<ProfileReader> readers;
    private MatchModel model;

    ProfileReaders(final MatchFields fields, final int threads) {
        this.fields = fields;
        this.threads = threads;
        readers = new Workers<>(threads, () -> new ProfileReader(fields));
    }

    /** From now on what is read knows how common it is by this model. */
    void apply(final MatchModel current) {
        if (model != current) {
            model = current;
            readers = new Workers<>(threads, () -> new ProfileReader(fields, current::apply));
        }
    }

    /** The profiles of records, in their order. */
    <T> List<Profile> read(final List<T> records, final Function<T, SourceRecord> values) {
        final Profile[] profiles = new Profile[records.size()];
        readers.forEach(profiles.length, (reader, number) -> profiles[number] = reader.read(values.apply(records.get(number))));
        return Arrays.asList(profiles);
    }
}
