package org.nificrm.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Delivers the records of a unit, those of different keys together and those of one key one after the other: in the order
 * of the input or, where time decides, the newest first, which makes the others stale without a write. Each wave is looked
 * up as far as it is not known, decided upon and written. A record whose attempt did not succeed goes into the next wave,
 * and is looked up again there.
 */
final class Waves {

    /** What becomes of a record, given what the CRM holds, which may be nothing: null. */
    interface Rule {
        Decision decide(Candidate candidate, Existing existing) throws UnfitValueException;
    }

    private static final Comparator<Item> NEWEST_FIRST = Comparator.comparing((final Item item) -> item.candidate().timestamp(),
            Comparator.nullsLast(Comparator.<Instant>reverseOrder()));

    private final CrmClient client;
    private final DeliverySettings settings;
    private final Rule rule;
    private final Backoff backoff;
    private final BatchWriter writer;

    Waves(final CrmClient client, final DeliverySettings settings, final Rule rule, final Backoff backoff) {
        this.client = client;
        this.settings = settings;
        this.rule = rule;
        this.backoff = backoff;
        this.writer = new BatchWriter(client);
    }

    /** Settles every pending item. What was written awaits the commit. */
    void deliver(final List<Item> items) throws CrmException {
        final Map<Key, Deque<Item>> queues = queues(items);
        final Set<String> fields = fields(items);
        final Map<Key, List<Existing>> known = new HashMap<>();
        while (!queues.isEmpty()) {
            final List<Item> wave = queues.values().stream().map(Deque::peekFirst).toList();
            lookUp(wave, known, fields);
            final List<Item> undone = decide(wave, known);
            if (settings.dryRun()) {
                pretend(undone, known);
            } else {
                write(undone, known);
            }

            queues.values().forEach(this::removeSettled);
            queues.values().removeIf(Deque::isEmpty);
            pauseBeforeRepeating(wave);
        }
    }

    /** In the order of the keys, so that concurrent deliveries meet the records in one sequence. */
    private Map<Key, Deque<Item>> queues(final List<Item> items) {
        final List<Item> pending = new ArrayList<>(items.stream().filter(Item::isPending).toList());
        if (settings.comparesTime()) {
            pending.sort(NEWEST_FIRST);
        }

        final Map<Key, Deque<Item>> queues = new TreeMap<>();
        for (final Item item : pending) {
            queues.computeIfAbsent(item.candidate().key(), key -> new ArrayDeque<>(1)).add(item);
        }

        return queues;
    }

    private Set<String> fields(final List<Item> items) {
        final Set<String> fields = new LinkedHashSet<>();
        settings.target().timestampField().ifPresent(fields::add);
        for (final Item item : items) {
            if (item.isPending()) {
                fields.addAll(item.candidate().values().keySet());
            }
        }

        return fields;
    }

    private void lookUp(final List<Item> wave, final Map<Key, List<Existing>> known, final Set<String> fields) throws CrmException {
        final List<Key> unknown = wave.stream().map(item -> item.candidate().key()).filter(key -> !known.containsKey(key)).toList();
        for (final List<Key> batch : BatchWriter.batches(unknown, client.capabilities().maxBatch())) {
            final Map<Key, List<Existing>> found = settings.dryRun() ? client.lookup(batch, fields) : client.lookupForUpdate(batch, fields);
            for (final Key key : batch) {
                known.put(key, found.getOrDefault(key, List.of()));
            }
        }
    }

    /** Settles what needs no write; returns the rest, each with the operation that is to be carried out for it. */
    private List<Item> decide(final List<Item> wave, final Map<Key, List<Existing>> known) {
        final List<Item> undone = new ArrayList<>();
        for (final Item item : wave) {
            final Decision decision = decide(item.candidate(), known.get(item.candidate().key()));
            if (decision.operation() == null) {
                item.settle(decision.outcome());
            } else {
                item.plan(decision.operation());
                undone.add(item);
            }
        }

        return undone;
    }

    private Decision decide(final Candidate candidate, final List<Existing> matches) {
        if (matches.size() > 1) {
            return Decision.settled(Outcome.conflict(null, "AMBIGUOUS_KEY",
                    "%d records of the CRM have this key. Merge them, or choose Match Key Fields that are unique".formatted(matches.size())));
        }

        try {
            return rule.decide(candidate, matches.isEmpty() ? null : matches.getFirst());
        } catch (final UnfitValueException e) {
            return Decision.settled(Outcome.rejected(e.code(), e.getMessage()));
        }
    }

    private static void pretend(final List<Item> items, final Map<Key, List<Existing>> known) {
        for (final Item item : items) {
            item.settle(DryRun.outcome(item.operation()));
            known.put(item.candidate().key(), DryRun.after(item.operation()));
        }
    }

    private void write(final List<Item> items, final Map<Key, List<Existing>> known) throws CrmException {
        writer.write(items);
        items.forEach(item -> known.remove(item.candidate().key()));
    }

    /** The records behind one that is given back are given back too: they must not overtake it. */
    private void removeSettled(final Deque<Item> queue) {
        final Item head = queue.getFirst();
        if (head.isPending() && !backoff.isWorthRepeating(head.attempts(), head.retryAfter())) {
            queue.forEach(item -> item.settle(head.lastAttempt()));
        }

        queue.removeIf(item -> !item.isPending());
    }

    private void pauseBeforeRepeating(final List<Item> wave) throws CrmException {
        for (final Item item : wave) {
            if (item.isPending()) {
                backoff.pause(item.attempts(), item.retryAfter());
                return;
            }
        }
    }
}
