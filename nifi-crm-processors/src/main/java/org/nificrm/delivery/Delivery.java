package org.nificrm.delivery;

import org.apache.nifi.serialization.record.Record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes records to a CRM so that each arrives once, whatever the CRM answers and however often the input is repeated.
 * The records handed over together are one unit: it is looked up, decided upon and written in {@link Waves}, and repeated
 * as a whole where the CRM says that this may help.
 */
public final class Delivery {

    private final CrmClient client;
    private final CandidateReader candidates;
    private final Waves waves;
    private final Waves retirements;
    private final Backoff backoff;
    private final boolean dryRun;
    private long retired;

    public Delivery(final CrmClient client, final DeliverySettings settings) {
        this(client, settings, Clock.systemUTC(), Thread::sleep);
    }

    Delivery(final CrmClient client, final DeliverySettings settings, final Clock clock, final Backoff.Pause pause) {
        this.client = client;
        this.candidates = new CandidateReader(client, settings);
        this.backoff = new Backoff(settings.maximumAttempts(), pause);
        final Decider decider = new Decider(settings, clock);
        this.waves = new Waves(client, settings, decider::decide, backoff);
        this.retirements = new Waves(client, settings, decider::retire, backoff);
        this.dryRun = settings.dryRun();
    }

    /** Fields of the records so far that the CRM has not and that were left out. */
    public Set<String> ignoredFields() {
        return candidates.ignoredFields();
    }

    /** Number of records so far that were retired, because another took their place. */
    public long retired() {
        return retired;
    }

    /**
     * Delivers one unit: where the CRM has transactions, it is durable when this returns.
     *
     * @return exactly one outcome a record, in their order
     * @throws CrmException of kind {@code UNAVAILABLE} if nobody could be served; none of the unit was written then
     */
    public List<Outcome> deliver(final List<Record> records) throws CrmException {
        final List<Item> items = new ArrayList<>(records.size());
        for (final Record record : records) {
            items.add(prepare(record));
        }

        try {
            deliverUnit(items);
        } catch (final CrmException e) {
            if (items.stream().noneMatch(Item::isWritten)) {
                throw e;
            }

            giveBack(items, e);
        }

        retired += items.stream().flatMap(item -> item.retirements().stream()).filter(Item::isWritten).count();
        return items.stream().map(Item::outcome).toList();
    }

    private Item prepare(final Record record) throws CrmException {
        try {
            return new Item(candidates.read(record));
        } catch (final UnfitValueException e) {
            return new Item(Outcome.rejected(e.code(), e.getMessage()));
        }
    }

    private void deliverUnit(final List<Item> items) throws CrmException {
        for (int attempt = 1; true; attempt++) {
            try {
                waves.deliver(items);
                retirements.deliver(items.stream().flatMap(item -> item.retirements().stream()).toList());
                finish();
                return;
            } catch (final CrmException e) {
                client.rollback();
                if (client.capabilities().transactional()) {
                    items.forEach(Item::restart);
                }

                switch (e.kind()) {
                    case UNAVAILABLE -> throw e;
                    case REFUSED -> {
                        isolate(items, e);
                        return;
                    }
                    case TRANSIENT -> {
                        if (!backoff.isWorthRepeating(attempt, e.retryAfter())) {
                            giveBack(items, e);
                            return;
                        }

                        backoff.pause(attempt, e.retryAfter());
                    }
                }
            }
        }
    }

    private void finish() throws CrmException {
        if (dryRun) {
            client.rollback();
        } else {
            client.commit();
        }
    }

    /** A refusal that comes only with the look-up or the commit concerns the unit: each half becomes a unit of its own. */
    private void isolate(final List<Item> items, final CrmException reason) throws CrmException {
        final List<Item> pending = items.stream().filter(Item::isPending).toList();
        if (pending.size() > 1) {
            final int half = pending.size() / 2;
            deliverUnit(pending.subList(0, half));
            deliverUnit(pending.subList(half, pending.size()));
        } else {
            pending.forEach(item -> item.settle(Outcome.rejected(reason.code(), reason.getMessage())));
        }
    }

    private static void giveBack(final List<Item> items, final CrmException reason) {
        for (final Item item : items) {
            if (item.isPending()) {
                item.settle(Outcome.retryable(reason.code(), reason.getMessage(), reason.retryAfter()));
            }
        }
    }
}
