package org.nificrm.delivery.rest;

import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.delivery.QuickDelivery;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Many seeded schedules of faults, each with customers of its own; side by side, because what they do most is wait. To be
 * extended by the test of each CRM behind HTTP.
 */
public abstract class FaultSchedules {

    private static final int AT_A_TIME = 50;
    private static final int UNIT = 60;
    private static final Duration IMPATIENT = Duration.ofSeconds(5);
    private static final Duration PATIENT = Duration.ofMinutes(2);

    /** An empty CRM with the fields of {@link Customers}. */
    protected abstract FakeApi fake(long seed) throws IOException;

    /** Its object, with the names that the fields of {@link Customers} have there. */
    protected abstract Target target();

    protected Credentials credentials() {
        return Customers.CREDENTIALS;
    }

    protected abstract ThrottleRule throttleRule();

    protected abstract CrmClient client(ApiTransport transport, Target target) throws CrmException;

    /** The faults that can befall this CRM. */
    protected abstract Set<Fault> faults();

    /** How many records a schedule has at most: fewer for a CRM that takes each in a request of its own. */
    protected int mostCustomers() {
        return 150;
    }

    protected int schedules() {
        return 200;
    }

    @Test
    public void everyRecordArrivesOnceOrLeavesWithItsReason() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            final List<Callable<Void>> schedules = new ArrayList<>();
            for (int seed = 0; seed < schedules(); seed++) {
                final int one = seed;
                schedules.add(() -> run(one));
            }

            for (final Future<Void> schedule : executor.invokeAll(schedules)) {
                schedule.get();
            }
        }
    }

    private Void run(final int seed) throws Exception {
        final Random random = new Random(seed);
        final List<Record> customers = customers(random);
        try (FakeApi fake = fake(seed)) {
            fake.failWith(schedule(random));
            final List<Outcome> outcomes = deliver(fake, IMPATIENT, customers);
            check("seed " + seed, fake, customers, outcomes, false);

            fake.failWith(() -> Fault.NONE);
            final List<Outcome> replayed = deliver(fake, PATIENT, customers);
            check("seed " + seed + ", replayed", fake, customers, replayed, true);

            for (final Outcome outcome : deliver(fake, PATIENT, customers)) {
                assertTrue(outcome.status() != Status.CREATED && outcome.status() != Status.UPDATED, () -> "seed %d, replayed again: %s".formatted(seed, outcome));
            }
        }

        return null;
    }

    private List<Record> customers(final Random random) {
        final List<Record> customers = new ArrayList<>();
        final int count = 20 + random.nextInt(mostCustomers() - 20);
        for (int i = 0; i < count; i++) {
            final String lastName = switch (random.nextInt(40)) {
                case 0 -> FakeApi.INVALID;
                case 1 -> FakeApi.TAKEN;
                case 2 -> FakeApi.POISON;
                default -> "Name " + i;
            };
            customers.add(Customers.customer("key-" + random.nextInt(count), lastName, i));
        }

        Collections.shuffle(customers, random);
        return customers;
    }

    /** A look-up that is short twice running cannot be told from a record that is not there, so two in a row do not occur. */
    private Supplier<Fault> schedule(final Random random) {
        final double share = random.nextDouble() * 0.5;
        final List<Fault> all = faults().stream().sorted().toList();
        final Fault[] last = {Fault.NONE};
        return () -> {
            synchronized (last) {
                final Fault next = random.nextDouble() < share ? all.get(random.nextInt(all.size())) : Fault.NONE;
                final boolean repeated = next.isSilent() && last[0].isSilent();
                last[0] = repeated || next.isRare() && random.nextInt(5) > 0 ? Fault.NONE : next;
                return last[0];
            }
        };
    }

    /** As the processor does: what nobody could be served with waits, which counts as retry. */
    private List<Outcome> deliver(final FakeApi fake, final Duration timeout, final List<Record> customers) throws CrmException {
        final CrmClient client = client(Customers.transport(fake, credentials(), throttleRule(), timeout), target());
        final Delivery delivery = QuickDelivery.of(client,
                new DeliverySettings(target(), ConflictPolicy.LAST_WRITER_WINS, WriteMode.UPSERT, NullValues.IGNORE, 3, false));
        final List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < customers.size(); from += UNIT) {
            final List<Record> unit = customers.subList(from, Math.min(from + UNIT, customers.size()));
            try {
                outcomes.addAll(delivery.deliver(unit));
            } catch (final CrmException e) {
                unit.forEach(record -> outcomes.add(Outcome.retryable(e.code(), e.getMessage(), e.retryAfter())));
            }
        }

        return outcomes;
    }

    /** @param calm whether nothing went wrong, so that every record has to be there with exactly its newest values */
    private void check(final String schedule, final FakeApi fake, final List<Record> customers, final List<Outcome> outcomes, final boolean calm) {
        assertEquals(customers.size(), outcomes.size(), schedule);
        assertEquals(0, fake.stepsBack(), schedule);
        final Map<String, Integer> newest = new TreeMap<>();
        for (int i = 0; i < customers.size(); i++) {
            final Record customer = customers.get(i);
            final Outcome outcome = outcomes.get(i);
            final String lastName = customer.getAsString(Customers.LAST_NAME);
            switch (outcome.status()) {
                case REJECTED -> assertTrue(lastName.equals(FakeApi.INVALID) || lastName.equals(FakeApi.POISON), schedule + outcome);
                case CONFLICT -> assertEquals(FakeApi.TAKEN, lastName, schedule + outcome);
                case RETRYABLE, UNKNOWN -> {
                    assertTrue(!calm, schedule + outcome);
                    assertNotNull(outcome.code(), schedule);
                }
                case CREATED, UPDATED, UNCHANGED, STALE, DELETED -> {
                    assertTrue(outcome.status() == Status.STALE || lastName.startsWith("Name"), schedule + outcome);
                    if (lastName.startsWith("Name")) {
                        newest.merge(customer.getAsString(Customers.KEY), customer.getAsInt(Customers.VERSION), Math::max);
                    }
                }
            }
        }

        newest.forEach((key, version) -> checkHeld(schedule, fake, key, version, calm));
    }

    private void checkHeld(final String schedule, final FakeApi fake, final String key, final int version, final boolean calm) {
        assertEquals(1, fake.count(key), schedule + ": " + key);
        final int held = Integer.parseInt(fake.value(key, target().names().onlyInCrm(Customers.VERSION)));
        assertTrue(calm ? held == version : held >= version, () -> "%s: %s holds %d, told %d".formatted(schedule, key, held, version));
        assertEquals("Name " + held, fake.value(key, target().names().onlyInCrm(Customers.LAST_NAME)), schedule);
    }
}
