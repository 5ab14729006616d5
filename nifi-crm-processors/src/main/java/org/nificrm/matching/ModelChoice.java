package org.nificrm.matching;

import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.prepare.Profile;

import java.util.List;
import java.util.Optional;

/**
 * Which model is in force for records that are matched against everything seen before.
 */
public sealed interface ModelChoice {
    /** Fewer records than this do not make a better model than the built-in one. */
    int LEAST_RECORDS = 100;
    /** From this many records on a learned model is frozen. */
    int ENOUGH_RECORDS = 20_000;

    /** @return always this model */
    static ModelChoice fixed(final MatchModel model) {
        return new Fixed(model);
    }

    /**
     * The built-in model for the first records, then one learned from what the store holds. While the store is young the model
     * is learned anew each time the store has doubled, and all of it is clustered anew; then it is frozen.
     */
    static ModelChoice automatic() {
        return new Automatic();
    }

    /** @return the kept model, or the one to start with */
    MatchModel current(Optional<String> kept, MatchSettings settings);

    /** @return whether a model should be learned, given how many records there are with those at hand */
    boolean isDue(MatchModel current, long records);

    /** @return whether no other model will follow */
    boolean isFinal(MatchModel current);

    /** @return a model learned from these records */
    static MatchModel learn(final MatchSettings settings, final List<Profile> profiles) {
        return new BatchMatcher(settings, profiles).train();
    }

    /** Always the same model. */
    record Fixed(MatchModel model) implements ModelChoice {
        @Override
        public MatchModel current(final Optional<String> kept, final MatchSettings settings) {
            return model;
        }

        @Override
        public boolean isDue(final MatchModel current, final long records) {
            return false;
        }

        @Override
        public boolean isFinal(final MatchModel current) {
            return true;
        }
    }

    /** A model that the store keeps. Remembers the one it read last, since reading takes longer than matching a record. */
    final class Automatic implements ModelChoice {
        private volatile Read lastRead = new Read("", null);

        @Override
        public MatchModel current(final Optional<String> kept, final MatchSettings settings) {
            return kept.map(json -> read(json, settings)).orElseGet(() -> MatchModel.builtIn(settings.fields()));
        }

        private MatchModel read(final String json, final MatchSettings settings) {
            Read last = lastRead;
            if (!last.json.equals(json)) {
                last = new Read(json, MatchModel.fromJson(json, settings.fields()));
                lastRead = last;
            }

            return last.model;
        }

        @Override
        public boolean isDue(final MatchModel current, final long records) {
            return !isFinal(current) && records >= LEAST_RECORDS && records >= 2 * current.trainedOn();
        }

        @Override
        public boolean isFinal(final MatchModel current) {
            return current.trainedOn() >= ENOUGH_RECORDS;
        }

        private record Read(String json, MatchModel model) {
        }
    }
}
