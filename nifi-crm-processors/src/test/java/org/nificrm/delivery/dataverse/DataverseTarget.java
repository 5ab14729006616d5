package org.nificrm.delivery.dataverse;

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
import org.nificrm.delivery.rest.Customers;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contacts of a fake Dataverse as the target of deliveries. */
final class DataverseTarget {

    static final Target TARGET = new Target("contact", List.of(Customers.KEY), Optional.of(Customers.CHANGED));

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private DataverseTarget() {
    }

    static ApiTransport transport(final FakeDataverse fake) {
        return Customers.transport(fake, DataverseApi.THROTTLE_RULE, TIMEOUT);
    }

    static DataverseClient client(final FakeDataverse fake) throws CrmException {
        return client(transport(fake), TARGET, Deletion.DELETE);
    }

    static DataverseClient client(final ApiTransport transport, final Target target, final Deletion deletion) throws CrmException {
        final DataverseApi api = new DataverseApi(transport, "v9.2");
        final Map<String, DataverseTable> tables = new HashMap<>();
        return new DataverseClient(api, name -> {
            if (!tables.containsKey(name)) {
                tables.put(name, api.table(name));
            }

            return tables.get(name);
        }, target, deletion);
    }

    static List<Outcome> deliver(final DataverseClient client, final WriteMode mode, final Record... records) throws CrmException {
        return new Delivery(client, new DeliverySettings(TARGET, ConflictPolicy.LAST_WRITER_WINS, mode, NullValues.IGNORE, 3, false)).deliver(List.of(records));
    }

    static List<Outcome> deliver(final FakeDataverse fake, final Record... records) throws CrmException {
        return deliver(client(fake), WriteMode.UPSERT, records);
    }
}
