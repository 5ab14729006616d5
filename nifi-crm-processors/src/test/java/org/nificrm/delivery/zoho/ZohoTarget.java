package org.nificrm.delivery.zoho;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.FieldNames;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeApi;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contacts of a fake Zoho as the target of deliveries. */
final class ZohoTarget {

    static final Target TARGET = Target.ofRecordFields("Contacts", List.of(Customers.KEY), Optional.of(Customers.CHANGED), new FieldNames(Map.of(
            "Crm_Key", Customers.KEY, "Last_Name", Customers.LAST_NAME, "Score", Customers.VERSION, "Changed", Customers.CHANGED)));
    static final Credentials CREDENTIALS = () -> Map.of("Authorization", "Zoho-oauthtoken " + FakeApi.TOKEN);

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private ZohoTarget() {
    }

    static ApiTransport transport(final FakeZoho fake) {
        return Customers.transport(fake, CREDENTIALS, ZohoApi.THROTTLE_RULE, TIMEOUT);
    }

    static ZohoClient client(final FakeZoho fake) throws CrmException {
        return client(transport(fake), TARGET);
    }

    static ZohoClient client(final ApiTransport transport, final Target target) throws CrmException {
        final ZohoApi api = new ZohoApi(transport, "v8");
        final Map<String, ZohoModule> modules = new HashMap<>();
        return new ZohoClient(api, name -> {
            if (!modules.containsKey(name)) {
                modules.put(name, api.module(name));
            }

            return modules.get(name);
        }, target);
    }

    static List<Outcome> deliver(final ZohoClient client, final WriteMode mode, final Record... records) throws CrmException {
        return new Delivery(client, new DeliverySettings(TARGET, ConflictPolicy.LAST_WRITER_WINS, mode, NullValues.IGNORE, 3, false)).deliver(List.of(records));
    }

    static List<Outcome> deliver(final FakeZoho fake, final Record... records) throws CrmException {
        return deliver(client(fake), WriteMode.UPSERT, records);
    }
}
