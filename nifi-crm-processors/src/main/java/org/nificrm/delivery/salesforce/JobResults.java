package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is meant by the results of a job: its rows come in any order and repeat what was sent. */
final class JobResults {

    private final List<Operation> batch;
    private final String identity;
    private final String keyField;
    private final Outcome[] outcomes;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param identity column by which the rows of this job are told apart
     * @param keyField field by which records are found
     */
    JobResults(final List<Operation> batch, final String identity, final String keyField) {
        this.batch = batch;
        this.identity = identity;
        this.keyField = keyField;
        this.outcomes = new Outcome[batch.size()];
        for (int place = 0; place < batch.size(); place++) {
            final Operation operation = batch.get(place);
            places.put(operation.existing() == null ? operation.values().get(keyField).toString() : operation.existing().id(), place);
        }
    }

    void succeeded(final List<Map<String, String>> rows) {
        for (final Map<String, String> row : rows) {
            final String id = row.getOrDefault("sf__Id", "");
            if (!id.isEmpty()) {
                answer(row, operation -> switch (operation.type()) {
                    case CREATE -> Boolean.parseBoolean(row.get("sf__Created")) ? Outcome.created(id) : Outcome.updated(id);
                    case UPDATE -> Outcome.updated(id);
                    case DELETE -> Outcome.deleted(id);
                });
            }
        }
    }

    void failed(final List<Map<String, String>> rows) {
        for (final Map<String, String> row : rows) {
            answer(row, operation -> SalesforceError.ofText(row.getOrDefault("sf__Error", ""), keyField, operation.existing() != null).asOutcome());
        }
    }

    /** @param problem what was wrong with the job as a whole; empty if nothing */
    void unprocessed(final List<Map<String, String>> rows, final String problem) {
        final String message = "Salesforce ended the job before this record" + (problem.isEmpty() ? "" : ": " + problem);
        for (final Map<String, String> row : rows) {
            answer(row, operation -> Outcome.retryable("UNPROCESSED", message, null));
        }
    }

    private interface Reading {
        Outcome outcome(Operation operation);
    }

    private void answer(final Map<String, String> row, final Reading reading) {
        final Integer place = places.get(row.getOrDefault(identity, ""));
        if (place != null) {
            final Outcome outcome = reading.outcome(batch.get(place));
            final boolean contradicted = outcomes[place] != null && outcomes[place].status().isSuccess() != outcome.status().isSuccess();
            outcomes[place] = contradicted
                    ? Outcome.unknown("CONTRADICTION", "Salesforce says of this record both that it was written and that it was not")
                    : outcome;
        }
    }

    /** @return one outcome an operation; unknown for one that no row is about */
    List<Outcome> outcomes() {
        final Outcome missing = Outcome.unknown("NO_RESULT", "The job's results say nothing about this record");
        return Arrays.stream(outcomes).map(outcome -> outcome == null ? missing : outcome).toList();
    }
}
