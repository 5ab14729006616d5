package org.nificrm.delivery.salesforce;

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
import org.nificrm.delivery.rest.Customers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contacts of a fake Salesforce as the target of deliveries. */
final class SalesforceTarget {

    static final Target TARGET = new Target("Contact", List.of(FakeSalesforce.KEY), Optional.of(FakeSalesforce.CHANGED),
            new FieldNames(Map.of(FakeSalesforce.KEY, Customers.KEY, FakeSalesforce.CHANGED, Customers.CHANGED,
                    "LastName", Customers.LAST_NAME, "Score__c", Customers.VERSION)));

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private SalesforceTarget() {
    }

    static SalesforceApi api(final FakeSalesforce fake) {
        return api(Customers.transport(fake, SalesforceApi.THROTTLE_RULE, TIMEOUT));
    }

    static SalesforceApi api(final ApiTransport transport) {
        return new SalesforceApi(transport, "62.0");
    }

    static SalesforceClient client(final FakeSalesforce fake) throws CrmException {
        final SalesforceApi api = api(fake);
        return new SalesforceClient(api, api, TARGET);
    }

    static List<Outcome> deliver(final FakeSalesforce fake, final Record... records) throws CrmException {
        return deliver(fake, WriteMode.UPSERT, records);
    }

    static List<Outcome> deliver(final FakeSalesforce fake, final WriteMode mode, final Record... records) throws CrmException {
        return new Delivery(client(fake), new DeliverySettings(TARGET, ConflictPolicy.LAST_WRITER_WINS, mode, NullValues.IGNORE, 3, false))
                .deliver(List.of(records));
    }
}
