package org.nificrm.processors;

import org.apache.nifi.processor.Relationship;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the records of one FlowFile through a {@link Delivery}, chunk by chunk, each to the relationship of its outcome. */
final class DeliveryStage {

    private final Delivery delivery;
    private final int batchSize;
    private final RecordInput input;
    private final RecordRoutes routes;
    private final RecordSchema schema;
    private final DeliveryReport report = new DeliveryReport();
    private CrmException interruption;

    DeliveryStage(final Delivery delivery, final int batchSize, final boolean dryRun, final RecordInput input, final RecordRoutes routes) {
        this.delivery = delivery;
        this.batchSize = batchSize;
        this.input = input;
        this.routes = routes;
        this.schema = RecordSchemas.with(input.schema(), OutcomeFields.of(dryRun));
        for (final Relationship relationship : PutCrmCustomer.OUTCOMES) {
            routes.declare(relationship, schema);
        }
    }

    /**
     * Delivers all records. Where the CRM fails after it took some, what it took stays told and the others leave by retry.
     *
     * @throws CrmException if the CRM fails before it took any
     */
    void run() throws CrmException, IOException, SchemaNotFoundException {
        for (List<Record> chunk = nextChunk(); !chunk.isEmpty(); chunk = nextChunk()) {
            final List<Outcome> outcomes = interruption == null ? deliver(chunk) : giveBack(chunk);
            for (int i = 0; i < chunk.size(); i++) {
                route(chunk.get(i), outcomes.get(i));
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

    private List<Outcome> deliver(final List<Record> chunk) throws CrmException {
        try {
            return delivery.deliver(chunk);
        } catch (final CrmException e) {
            if (!report.wrote()) {
                throw e;
            }

            interruption = e;
            return giveBack(chunk);
        }
    }

    private List<Outcome> giveBack(final List<Record> chunk) {
        final Outcome outcome = Outcome.retryable(interruption.code(), interruption.getMessage(), interruption.retryAfter());
        return chunk.stream().map(record -> outcome).toList();
    }

    private void route(final Record record, final Outcome outcome) throws IOException, SchemaNotFoundException {
        routes.write(relationship(outcome), RecordSchemas.with(record, schema, OutcomeFields.values(outcome)));
        report.add(outcome);
    }

    private static Relationship relationship(final Outcome outcome) {
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
