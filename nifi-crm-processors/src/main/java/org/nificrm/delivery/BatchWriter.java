package org.nificrm.delivery;

import java.util.ArrayList;
import java.util.List;

/** Sends operations in batches that the CRM accepts, and makes sure that each item gets an answer. */
final class BatchWriter {

    private final CrmClient client;

    BatchWriter(final CrmClient client) {
        this.client = client;
    }

    /** Carries out the operation of each item. Items keep the answers of the batches before one that fails. */
    void write(final List<Item> items) throws CrmException {
        for (final List<Item> batch : batches(items, client.capabilities().maxBatch())) {
            writeBatch(batch);
        }
    }

    static <T> List<List<T>> batches(final List<T> all, final int size) {
        final List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(all.subList(from, Math.min(from + size, all.size())));
        }

        return batches;
    }

    private void writeBatch(final List<Item> batch) throws CrmException {
        try {
            answer(batch, client.write(batch.stream().map(Item::operation).toList()));
        } catch (final CrmException e) {
            switch (e.kind()) {
                case REFUSED -> isolate(batch, e);
                case TRANSIENT -> {
                    if (client.capabilities().transactional()) {
                        throw e;
                    }

                    answerAll(batch, new Outcome(Outcome.Status.UNKNOWN, null, e.code(), e.getMessage(), e.retryAfter(), List.of()));
                }
                case UNAVAILABLE -> throw e;
            }
        }
    }

    private static void answer(final List<Item> batch, final List<Outcome> outcomes) {
        if (outcomes.size() != batch.size()) {
            answerAll(batch, Outcome.unknown("OUTCOMES_MISMATCH",
                    "The CRM client gave %d outcomes for %d records".formatted(outcomes.size(), batch.size())));
            return;
        }

        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer(outcomes.get(i));
        }
    }

    private static void answerAll(final List<Item> batch, final Outcome outcome) {
        batch.forEach(item -> item.answer(outcome));
    }

    /** One of the batch is to blame for all: halve it until that one stands alone. */
    private void isolate(final List<Item> batch, final CrmException reason) throws CrmException {
        if (batch.size() == 1) {
            batch.getFirst().answer(Outcome.rejected(reason.code(), reason.getMessage()));
            return;
        }

        final int half = batch.size() / 2;
        writeBatch(batch.subList(0, half));
        writeBatch(batch.subList(half, batch.size()));
    }
}
