package org.nificrm.matching;

import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.model.MatchModel;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/**
 * Which model is in force for records that are matched against everything seen before.
 */
@FunctionalInterface
public interface ModelChoice {
    /** Fewer records than this do not make a better model than the built-in one. */
    int LEAST_RECORDS_TO_TRAIN = 1_000;

    /** @return the model for a unit of work */
    MatchModel model(EntityTransaction transaction, MatchSettings settings, Collection<IncomingRecord> batch) throws IOException;

    /** @return always this model */
    static ModelChoice fixed(final MatchModel model) {
        return (transaction, settings, batch) -> model;
    }

    /**
     * The model that the store keeps; if it keeps none, one learned from the first batch that is large enough, which the store
     * keeps from then on; until then the built-in one.
     */
    static ModelChoice automatic() {
        return (transaction, settings, batch) -> {
            final Optional<String> kept = transaction.model();
            if (kept.isPresent()) {
                return MatchModel.fromJson(kept.get(), settings.fields());
            }

            if (batch.size() < LEAST_RECORDS_TO_TRAIN) {
                return MatchModel.builtIn(settings.fields());
            }

            final BatchMatcher matcher = new BatchMatcher(settings);
            batch.forEach(incoming -> matcher.add(incoming.record()));
            final MatchModel model = matcher.train();
            transaction.saveModel(model.toJson());
            return model;
        };
    }
}
