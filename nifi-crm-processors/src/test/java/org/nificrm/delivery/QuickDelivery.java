package org.nificrm.delivery;

import java.time.Clock;

/** A delivery for tests with many repetitions: it waits a twentieth of the time. */
public final class QuickDelivery {

    private static final int HASTE = 20;

    private QuickDelivery() {
    }

    public static Delivery of(final CrmClient client, final DeliverySettings settings) {
        return new Delivery(client, settings, Clock.systemUTC(), duration -> Thread.sleep(duration.dividedBy(HASTE)));
    }
}
