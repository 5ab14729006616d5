package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who of a batch is meant by what Salesforce answers: its results come in the order of the request, one a record. */
final class CollectionAnswer {

    private final List<Operation> batch;
    private final String keyField;

    CollectionAnswer(final List<Operation> batch, final String keyField) {
        this.batch = batch;
        this.keyField = keyField;
    }

    /** @return one outcome an operation; unknown for all if there is not one result for each, or for one that has another's id */
    List<Outcome> outcomes(final JsonNode results) {
        if (results.size() != batch.size()) {
            return Collections.nCopies(batch.size(),
                    Outcome.unknown("RESULTS_MISMATCH", "Salesforce gave %d results for %d records".formatted(results.size(), batch.size())));
        }

        final List<Outcome> outcomes = new ArrayList<>(batch.size());
        for (int place = 0; place < batch.size(); place++) {
            outcomes.add(outcome(batch.get(place), results.get(place)));
        }

        return outcomes;
    }

    private Outcome outcome(final Operation operation, final JsonNode result) {
        if (!result.path("success").asBoolean()) {
            return SalesforceError.ofRecord(result.path("errors"), keyField, operation.existing() != null).asOutcome();
        }

        final String id = result.path("id").asText("");
        if (id.isEmpty() || operation.existing() != null && !id.equals(operation.existing().id())) {
            return Outcome.unknown("RESULTS_MISMATCH", "Salesforce's result is that of another record");
        }

        return switch (operation.type()) {
            case CREATE -> result.path("created").asBoolean() ? Outcome.created(id) : Outcome.updated(id);
            case UPDATE -> Outcome.updated(id);
            case DELETE -> Outcome.deleted(id);
        };
    }
}
