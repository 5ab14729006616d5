package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.delivery.rest.ApiError;
import org.nificrm.delivery.rest.BatchOutcomes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who of a batch is meant by what HubSpot answers: results come in any order, may be too few or doubled, and carry the trace
 * id that was sent, or at least the record's id or key.
 */
final class BatchAnswer {

    private final String keyProperty;
    private final BatchOutcomes outcomes;
    private final int size;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<ApiError> ownerless = new ArrayList<>();

    /** The place in the batch is the trace id. */
    BatchAnswer(final List<Operation> batch, final String keyProperty) {
        this.keyProperty = keyProperty;
        this.outcomes = new BatchOutcomes("HubSpot", batch.size());
        this.size = batch.size();
        for (int place = 0; place < batch.size(); place++) {
            final Operation operation = batch.get(place);
            places.put(operation.existing() == null ? operation.key().single().toString() : operation.existing().id(), place);
        }
    }

    /**
     * @return one outcome an operation; {@link Status#UNKNOWN} for one that the answer does not mention, or contradicts itself about
     * @throws CrmException if nothing was written for reasons that lie in records which HubSpot does not name
     */
    List<Outcome> outcomes(final JsonNode answer) throws CrmException {
        for (final JsonNode result : answer.path("results")) {
            readResult(result);
        }

        for (final JsonNode error : answer.path("errors")) {
            readError(error);
        }

        final int missing = outcomes.untold();
        if (missing == 1 && ownerless.size() == 1) {
            return outcomes.all(ownerless.getFirst().asOutcome());
        }

        if (missing == size && !ownerless.isEmpty() && ownerless.stream().allMatch(error -> error.asOutcome().status().isFinal())) {
            throw ownerless.getFirst().asException();
        }

        return outcomes.all();
    }

    private void readResult(final JsonNode result) {
        final String id = result.path("id").asText("");
        final Integer place = place(result.path("objectWriteTraceId"), id, result.path("properties").path(keyProperty).asText(""));
        if (place != null && !id.isEmpty()) {
            outcomes.tell(place, result.path("new").asBoolean() ? Outcome.created(id) : Outcome.updated(id));
        }
    }

    private Integer place(final JsonNode traceId, final String id, final String key) {
        if (traceId.isTextual()) {
            return byTraceId(traceId.asText());
        }

        final Integer place = places.get(id);
        return place == null ? places.get(key) : place;
    }

    /** Null if it is none of this batch's. */
    private Integer byTraceId(final String traceId) {
        return traceId.matches("\\d{1,4}") && outcomes.hasPlace(Integer.parseInt(traceId)) ? Integer.valueOf(traceId) : null;
    }

    private void readError(final JsonNode entry) {
        final ApiError error = HubSpotError.of(entry);
        final Set<Integer> owners = owners(entry.path("context"));
        if (owners.isEmpty()) {
            ownerless.add(error);
        }

        for (final int owner : owners) {
            outcomes.tell(owner, error.asOutcome());
        }
    }

    private Set<Integer> owners(final JsonNode context) {
        final Set<Integer> owners = new LinkedHashSet<>();
        for (final JsonNode traceId : context.path("objectWriteTraceId")) {
            owners.add(byTraceId(traceId.asText()));
        }

        for (final String name : List.of("ids", "id")) {
            for (final JsonNode id : context.path(name)) {
                owners.add(places.get(id.asText()));
            }
        }

        owners.remove(null);
        return owners;
    }
}
