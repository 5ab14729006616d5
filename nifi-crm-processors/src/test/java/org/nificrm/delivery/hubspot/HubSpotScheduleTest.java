package org.nificrm.delivery.hubspot;

import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.hubspot.FakeHubSpot.Fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Many seeded schedules of faults, each with customers of its own; side by side, because what they do most is wait. */
class HubSpotScheduleTest {

    private static final int SCHEDULES = 200;
    private static final int AT_A_TIME = 25;
    private static final int UNIT = 60;

    @Test
    void everyRecordArrivesOnceOrLeavesWithItsReason() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            final List<Callable<Void>> schedules = new ArrayList<>();
            for (int seed = 0; seed < SCHEDULES; seed++) {
                final int one = seed;
                schedules.add(() -> run(one));
            }

            for (final Future<Void> schedule : executor.invokeAll(schedules)) {
                schedule.get();
            }
        }
    }

    private static Void run(final int seed) throws Exception {
        final Random random = new Random(seed);
        final List<Record> customers = customers(random);
        try (FakeHubSpot fake = new FakeHubSpot(seed)) {
            fake.failWith(faults(random));
            final List<Outcome> outcomes = deliver(fake, customers);
            check("seed " + seed, fake, customers, outcomes, false);

            fake.failWith(() -> Fault.NONE);
            final List<Outcome> replayed = deliver(fake, customers);
            check("seed " + seed + ", replayed", fake, customers, replayed, true);
        }

        return null;
    }

    private static List<Record> customers(final Random random) {
        final List<Record> customers = new ArrayList<>();
        final int count = 20 + random.nextInt(130);
        for (int i = 0; i < count; i++) {
            final String lastName = switch (random.nextInt(40)) {
                case 0 -> FakeHubSpot.INVALID;
                case 1 -> FakeHubSpot.TAKEN;
                case 2 -> FakeHubSpot.POISON;
                default -> "Name " + i;
            };
            customers.add(HubSpotTarget.customer("key-" + random.nextInt(count), lastName, i));
        }

        Collections.shuffle(customers, random);
        return customers;
    }

    /** A look-up that is short twice running cannot be told from a record that is not there, so two in a row do not occur. */
    private static Supplier<Fault> faults(final Random random) {
        final double share = random.nextDouble() * 0.5;
        final Fault[] all = Fault.values();
        final Fault[] last = {Fault.NONE};
        return () -> {
            final Fault next = random.nextDouble() < share ? all[random.nextInt(all.length)] : Fault.NONE;
            final boolean rare = next == Fault.DAILY_QUOTA || next == Fault.TOKEN_EXPIRED;
            final boolean repeated = isSilent(next) && isSilent(last[0]);
            last[0] = repeated || rare && random.nextInt(5) > 0 ? Fault.NONE : next;
            return last[0];
        };
    }

    private static boolean isSilent(final Fault fault) {
        return fault == Fault.SHORT || fault == Fault.EMPTY_207;
    }

    /** As the processor does: what nobody could be served with waits, which counts as retry. */
    private static List<Outcome> deliver(final FakeHubSpot fake, final List<Record> customers) throws CrmException {
        final Delivery delivery = HubSpotTarget.delivery(HubSpotTarget.client(new HubSpotApi(HubSpotTarget.transport(fake), "v3")), WriteMode.UPSERT);
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

    private static void check(final String schedule, final FakeHubSpot fake, final List<Record> customers, final List<Outcome> outcomes,
            final boolean calm) {
        assertEquals(customers.size(), outcomes.size(), schedule);
        assertEquals(0, fake.stepsBack(), schedule);
        final Map<String, Integer> newest = new TreeMap<>();
        for (int i = 0; i < customers.size(); i++) {
            final Record customer = customers.get(i);
            final Outcome outcome = outcomes.get(i);
            final String lastName = customer.getAsString("lastname");
            switch (outcome.status()) {
                case REJECTED -> assertTrue(lastName.equals(FakeHubSpot.INVALID) || lastName.equals(FakeHubSpot.POISON), schedule + outcome);
                case CONFLICT -> assertEquals(FakeHubSpot.TAKEN, lastName, schedule + outcome);
                case RETRYABLE, UNKNOWN -> {
                    assertTrue(!calm, schedule + outcome);
                    assertNotNull(outcome.code(), schedule);
                }
                case CREATED, UPDATED, UNCHANGED, STALE, DELETED -> {
                    assertTrue(outcome.status() == Status.STALE || lastName.startsWith("Name"), schedule + outcome);
                    if (lastName.startsWith("Name")) {
                        newest.merge(customer.getAsString("crm_key"), customer.getAsInt("score"), Math::max);
                    }
                }
            }
        }

        newest.forEach((key, version) -> {
            final int held = Integer.parseInt(fake.value(key, "score"));
            assertTrue(calm ? held == version : held >= version, () -> "%s: %s holds %d, told %d".formatted(schedule, key, held, version));
            assertEquals("Name " + held, fake.value(key, "lastname"), schedule);
        });
    }
}
