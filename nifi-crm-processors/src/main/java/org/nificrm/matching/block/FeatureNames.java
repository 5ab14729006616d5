package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Tells why two records were compared. */
public final class FeatureNames {
    private FeatureNames() {
    }

    /** @return names of the features that two profiles share, strong ones first: any strong one, and most pairs of others, make a block */
    public static List<String> shared(final List<Attribute> attributes, final Profile first, final Profile second) {
        final Features features = new Features(attributes);
        features.read(first);
        final LongOpenHashSet hashes = new LongOpenHashSet(features.hashes());
        features.read(second);
        return IntStream.range(0, features.size()).filter(position -> hashes.contains(features.hash(position)))
                .mapToObj(features::kind).distinct().sorted().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }
}
