package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes many records as one job of Bulk API 2.0. A job goes on by itself when whoever waits for it gives up or is killed: it
 * stands in the journal until its end is seen, and until then nothing is looked up, so that nothing is loaded twice.
 */
final class BulkWriter {

    /** Most records of a job here; Salesforce takes more, but they would all have to be held in memory. */
    static final int MAX_RECORDS = 10_000;

    static final String ID = "Id";

    /** In the data of a job an empty value leaves a field as it is, this one clears it. */
    private static final String NULL = "#N/A";

    private static final Duration RUNNING_WAIT = Duration.ofSeconds(30);

    private final BulkApi api;
    private final BulkLoading loading;
    private final SalesforceObject object;
    private final SalesforceField keyField;

    BulkWriter(final BulkApi api, final BulkLoading loading, final SalesforceObject object, final SalesforceField keyField) {
        this.api = api;
        this.loading = loading;
        this.object = object;
        this.keyField = keyField;
    }

    int threshold() {
        return loading.threshold();
    }

    /** Whether the data of a job can tell the operation: not the text that means null, nor a reference that is cleared. */
    boolean takes(final Operation operation) {
        return operation.values().entrySet().stream()
                .noneMatch(value -> NULL.equals(value.getValue()) || value.getValue() == null && value.getKey().indexOf('.') >= 0);
    }

    /**
     * Sees to the jobs that nobody waits for any more, before the records that they may write are looked up.
     *
     * @throws CrmException of kind {@code UNAVAILABLE} while one of them runs
     */
    void settleAbandoned() throws CrmException {
        for (final String job : loading.journal().abandoned(object.name())) {
            switch (api.progress(job).state()) {
                case OPEN -> {
                    api.abort(job);
                    loading.journal().ended(job);
                }
                case RUNNING -> throw running(job);
                case ENDED, GONE -> loading.journal().ended(job);
            }
        }
    }

    private static CrmException running(final String job) {
        return new CrmException(Kind.UNAVAILABLE, "BULK_JOB_RUNNING", "Salesforce is still busy with job %s. Its records wait for its end".formatted(job),
                RUNNING_WAIT, null);
    }

    /** @return one outcome an operation, in their order */
    List<Outcome> write(final Operation.Type type, final List<Operation> batch) throws CrmException {
        final String job = api.create(object.name(), operation(type), keyField.name());
        try {
            loading.journal().begun(object.name(), job);
            api.upload(job, csv(type, batch));
            api.close(job);
            final String problem = await(job);
            final JobResults results = new JobResults(batch, type == Operation.Type.CREATE ? keyField.name() : ID, keyField.name());
            results.succeeded(api.results(job, "successfulResults"));
            results.failed(api.results(job, "failedResults"));
            results.unprocessed(api.results(job, "unprocessedrecords"), problem);
            loading.journal().ended(job);
            return results.outcomes();
        } finally {
            loading.journal().abandon(job);
        }
    }

    private static String operation(final Operation.Type type) {
        return switch (type) {
            case CREATE -> "upsert";
            case UPDATE -> "update";
            case DELETE -> "delete";
        };
    }

    private static String csv(final Operation.Type type, final List<Operation> batch) {
        final Set<String> names = new LinkedHashSet<>();
        batch.forEach(operation -> names.addAll(operation.values().keySet()));
        final List<String> columns = new ArrayList<>(names);
        final boolean known = type != Operation.Type.CREATE;
        if (known) {
            columns.addFirst(ID);
        }

        final StringBuilder csv = new StringBuilder();
        Csv.appendLine(csv, columns);
        for (final Operation operation : batch) {
            final List<String> line = new ArrayList<>(columns.size());
            if (known) {
                line.add(operation.existing().id());
            }

            for (final String name : names) {
                line.add(operation.values().containsKey(name) ? text(operation.values().get(name)) : "");
            }

            Csv.appendLine(csv, line);
        }

        return csv.toString();
    }

    private static String text(final Object value) {
        return switch (value) {
            case null -> NULL;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    /** What was wrong with the job as a whole; empty if nothing. */
    private String await(final String job) throws CrmException {
        final long end = System.nanoTime() + loading.longestWait().toNanos();
        Optional<BulkApi.Progress> progress = progress(job);
        while (progress.isEmpty() || progress.get().state() != BulkApi.State.ENDED) {
            if (System.nanoTime() > end) {
                throw running(job);
            }

            pause(job);
            progress = progress(job);
        }

        return progress.get().problem();
    }

    /** Empty for a question without an answer, which is put again: the job goes on meanwhile. */
    private Optional<BulkApi.Progress> progress(final String job) throws CrmException {
        try {
            return Optional.of(api.progress(job));
        } catch (final CrmException e) {
            if (e.kind() == Kind.UNAVAILABLE) {
                throw e;
            }

            return Optional.empty();
        }
    }

    private void pause(final String job) throws CrmException {
        try {
            Thread.sleep(loading.pollInterval());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrmException(Kind.UNAVAILABLE, "INTERRUPTED", "Interrupted while waiting for job " + job, e);
        }
    }
}
