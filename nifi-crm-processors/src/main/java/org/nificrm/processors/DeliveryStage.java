package org.nificrm.processors;

import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.OutcomeFields;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;
import org.nificrm.record.RecordSchemas;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes the records of one FlowFile through a {@link Delivery}, chunk by chunk, each to the relationship of its outcome. */
final class DeliveryStage {

    private final Delivery delivery;
    private final int batchSize;
    private final OutcomeRouting routing;
    private final RecordInput input;
    private final RecordRoutes routes;
    private final RecordSchema schema;
    private final DeliveryReport report;
    private CrmException interruption;

    DeliveryStage(final Delivery delivery, final int batchSize, final boolean dryRun, final OutcomeRouting routing, final RecordInput input,
            final RecordRoutes routes) {
        this.delivery = delivery;
        this.batchSize = batchSize;
        this.report = new DeliveryReport(dryRun);
        this.routing = routing;
        this.input = input;
        this.routes = routes;
        this.schema = RecordSchemas.with(input.schema(), OutcomeFields.of(dryRun));
        for (final Relationship relationship : PutCrmCustomer.OUTCOMES) {
            routes.declare(relationship, schema);
        }
    }

    /**
     * Delivers all records. While the CRM takes one chunk, the one before is written to its relationships and the next is read.
     * Where the CRM fails after it took some, what it took stays told and the others leave by retry.
     *
     * @throws CrmException if the CRM fails before it took any
     */
    void run() throws CrmException, IOException, SchemaNotFoundException {
        try (ExecutorService crm = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
            List<Record> delivered = List.of();
            List<Outcome> outcomes = List.of();
            List<Record> chunk = nextChunk();
            while (!chunk.isEmpty()) {
                final List<Record> current = chunk;
                final Future<List<Outcome>> delivering = crm.submit(() -> delivery.deliver(current));
                route(delivered, outcomes);
                chunk = nextChunk();
                outcomes = outcomes(delivering, current);
                delivered = current;
                if (interruption != null) {
                    break;
                }
            }

            route(delivered, outcomes);
            report.setRetired(delivery.retired());
            for (; !chunk.isEmpty(); chunk = nextChunk()) {
                route(chunk, giveBack(chunk));
            }
        }

        if (report.total() == 0 && input.problem().isEmpty()) {
            routes.ensure(PutCrmCustomer.SUCCESS);
        }
    }

    private List<Record> nextChunk() {
        final List<Record> chunk = new ArrayList<>(batchSize);
        Record record;
        while (chunk.size() < batchSize && (record = input.next()) != null) {
            chunk.add(record);
        }

        return chunk;
    }

    private List<Outcome> outcomes(final Future<List<Outcome>> delivering, final List<Record> chunk) throws CrmException {
        try {
            return delivering.get();
        } catch (final ExecutionException e) {
            if (!(e.getCause() instanceof final CrmException failure)) {
                throw new ProcessException("Delivering the records failed", e.getCause());
            }

            report.setRetired(delivery.retired());
            if (!report.wrote()) {
                throw failure;
            }

            interruption = failure;
            return giveBack(chunk);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessException("Interrupted while the CRM takes records", e);
        }
    }

    private List<Outcome> giveBack(final List<Record> chunk) {
        final Outcome outcome = Outcome.retryable(interruption.code(), interruption.getMessage(), interruption.retryAfter());
        return chunk.stream().map(record -> outcome).toList();
    }

    private void route(final List<Record> chunk, final List<Outcome> outcomes) throws IOException, SchemaNotFoundException {
        for (int i = 0; i < chunk.size(); i++) {
            route(chunk.get(i), outcomes.get(i));
        }

        report.stage().throughput().add(Instant.now(), chunk.size());
    }

    private void route(final Record record, final Outcome outcome) throws IOException, SchemaNotFoundException {
        routes.write(relationship(outcome), RecordSchemas.with(record, schema, OutcomeFields.values(outcome)));
        report.add(outcome);
    }

    private Relationship relationship(final Outcome outcome) {
        if (routing == OutcomeRouting.TOGETHER) {
            return PutCrmCustomer.SUCCESS;
        }

        return switch (outcome.status()) {
            case CREATED, UPDATED, UNCHANGED, DELETED -> PutCrmCustomer.SUCCESS;
            case STALE, CONFLICT -> PutCrmCustomer.CONFLICT;
            case REJECTED -> PutCrmCustomer.REJECTED;
            case RETRYABLE, UNKNOWN -> PutCrmCustomer.RETRY;
        };
    }

    DeliveryReport report() {
        return report;
    }

    /** Why the CRM took only some of the records. */
    Optional<CrmException> interruption() {
        return Optional.ofNullable(interruption);
    }
}
