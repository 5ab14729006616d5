package org.nificrm.delivery.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.rest.BatchOutcomes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who of a batch is meant by the entries of an answer. Zoho gives them in the order of the request; where an entry itself
 * says whom it means, by the record's id or by a path into the request, that counts, and if it is not the one at its place
 * then order proves nothing.
 */
final class BatchAnswer {

    private static final Pattern PLACE = Pattern.compile("^\\$\\.data\\[(\\d{1,3})]");

    private final List<Operation> batch;
    private final BatchOutcomes outcomes;
    private final Map<String, Integer> places = new HashMap<>();

    BatchAnswer(final List<Operation> batch) {
        this.batch = batch;
        this.outcomes = new BatchOutcomes("Zoho", batch.size());
        for (int place = 0; place < batch.size(); place++) {
            if (batch.get(place).existing() != null) {
                places.put(batch.get(place).existing().id(), place);
            }
        }
    }

    /**
     * @param entries the array {@code data}
     * @return one outcome an operation; {@link Outcome.Status#UNKNOWN} for one that the entries do not mention, or contradict
     *         each other about
     */
    List<Outcome> outcomes(final JsonNode entries) {
        final boolean ordered = isOrdered(entries);
        for (int i = 0; i < entries.size(); i++) {
            final Integer told = toldPlace(entries.get(i));
            if (told != null || ordered) {
                final int place = told == null ? i : told;
                outcomes.tell(place, outcome(batch.get(place), entries.get(i)));
            }
        }

        return outcomes.all();
    }

    private boolean isOrdered(final JsonNode entries) {
        if (entries.size() != batch.size()) {
            return false;
        }

        for (int i = 0; i < entries.size(); i++) {
            final Integer told = toldPlace(entries.get(i));
            if (told != null && told != i) {
                return false;
            }
        }

        return true;
    }

    /** Null if the entry does not say. */
    private Integer toldPlace(final JsonNode entry) {
        final Matcher path = PLACE.matcher(entry.at("/details/json_path").asText());
        if (path.find()) {
            final int place = Integer.parseInt(path.group(1));
            return outcomes.hasPlace(place) ? place : null;
        }

        return places.get(entry.at("/details/id").asText());
    }

    private static Outcome outcome(final Operation operation, final JsonNode entry) {
        if (!entry.path("code").asText().equals("SUCCESS")) {
            return ZohoError.of(entry).asOutcome();
        }

        final String id = entry.at("/details/id").asText("");
        if (id.isEmpty() || operation.existing() != null && !id.equals(operation.existing().id())) {
            return Outcome.unknown("CONTRADICTION", "Zoho's answer is about another record");
        }

        return switch (operation.type()) {
            case CREATE -> entry.path("action").asText().equals("update") ? Outcome.updated(id) : Outcome.created(id);
            case UPDATE -> Outcome.updated(id);
            case DELETE -> Outcome.deleted(id);
        };
    }
}
