package org.nificrm.delivery.dataverse;

import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.BatchOutcomes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who of a batch is meant by its responses: they come in the order of the requests, and where they carry Content-ID, that
 * counts.
 */
final class BatchAnswer {

    private static final Pattern IDENTIFIER = Pattern.compile("\\(([0-9a-fA-F-]{36})\\)\\s*$");

    private final List<Operation> batch;
    private final BatchOutcomes outcomes;

    BatchAnswer(final List<Operation> batch) {
        this.batch = batch;
        this.outcomes = new BatchOutcomes("Dataverse", batch.size());
    }

    /**
     * @return one outcome an operation; {@link Outcome.Status#UNKNOWN} for one that the responses do not mention, or contradict
     *         each other about
     */
    List<Outcome> outcomes(final List<ApiResponse> responses) {
        final boolean numbered = responses.stream().allMatch(response -> response.header("Content-ID").isPresent());
        if (!numbered && responses.size() != batch.size()) {
            return outcomes.all();
        }

        for (int i = 0; i < responses.size(); i++) {
            final int place = numbered ? place(responses.get(i)) : i;
            if (outcomes.hasPlace(place)) {
                outcomes.tell(place, outcome(batch.get(place), responses.get(i)));
            }
        }

        return outcomes.all();
    }

    private static int place(final ApiResponse response) {
        final String number = response.header("Content-ID").orElseThrow();
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) - 1 : -1;
    }

    private static Outcome outcome(final Operation operation, final ApiResponse response) {
        if (!response.isSuccess()) {
            return DataverseError.of(response).asOutcome();
        }

        final Matcher identifier = IDENTIFIER.matcher(response.header("OData-EntityId").orElse(""));
        final String id = identifier.find() ? identifier.group(1) : null;
        if (operation.existing() != null && id != null && !id.equalsIgnoreCase(operation.existing().id())) {
            return Outcome.unknown("CONTRADICTION", "Dataverse's answer is about another record");
        }

        return switch (operation.type()) {
            case CREATE -> Outcome.created(id);
            case UPDATE -> Outcome.updated(operation.existing().id());
            case DELETE -> Outcome.deleted(operation.existing().id());
        };
    }
}
