package org.nificrm.delivery.hubspot;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.Customers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Contacts of a fake HubSpot as the target of deliveries. */
final class HubSpotTarget {

    static final Target TARGET = new Target("contacts", List.of(Customers.KEY), Optional.of(Customers.CHANGED));

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private HubSpotTarget() {
    }

    static ApiTransport transport(final FakeHubSpot fake) {
        return transport(fake, Customers.CREDENTIALS);
    }

    static ApiTransport transport(final FakeHubSpot fake, final Credentials credentials) {
        return Customers.transport(fake, credentials, HubSpotApi.THROTTLE_RULE, TIMEOUT);
    }

    static HubSpotClient client(final HubSpotApi api) throws CrmException {
        return new HubSpotClient(api, api.object("contacts"), TARGET);
    }

    static Delivery delivery(final HubSpotClient client, final WriteMode mode) {
        return new Delivery(client, new DeliverySettings(TARGET, ConflictPolicy.LAST_WRITER_WINS, mode, NullValues.IGNORE, 3, false));
    }

    static List<Outcome> deliver(final FakeHubSpot fake, final Record... records) throws CrmException {
        return delivery(client(new HubSpotApi(transport(fake), "v3")), WriteMode.UPSERT).deliver(List.of(records));
    }
}
