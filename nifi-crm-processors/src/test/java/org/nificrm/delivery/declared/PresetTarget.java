package org.nificrm.delivery.declared;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmClient;
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
import org.nificrm.document.Documents;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers in the fake of a preset's CRM. */
enum PresetTarget {

    DOLIBARR(Preset.DOLIBARR, Target.ofRecordFields("thirdparties", List.of(Customers.KEY), Optional.of(Customers.CHANGED), new FieldNames(Map.of(
            FakeDolibarr.KEY, Customers.KEY, FakeDolibarr.CHANGED, Customers.CHANGED, "name", Customers.LAST_NAME, "options_score", Customers.VERSION)))),
    ESPOCRM(Preset.ESPOCRM, new Target("Contact", List.of(Customers.KEY), Optional.of(Customers.CHANGED))),
    SUITECRM(Preset.SUITECRM, new Target("Contacts", List.of(Customers.KEY), Optional.of(Customers.CHANGED))),
    ODOO(Preset.ODOO, new Target("res.partner", List.of(Customers.KEY), Optional.of(Customers.CHANGED)));

    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ApiDocument document;
    private final Target target;

    PresetTarget(final Preset preset, final Target target) {
        this.document = ApiDocument.compile(Documents.parse(preset.document()));
        this.target = target;
    }

    ApiDocument document() {
        return document;
    }

    Target target() {
        return target;
    }

    /** As each of these CRMs wants it. */
    Credentials credentials() {
        return document.apiKeyHeader().<Credentials>map(header -> () -> Map.of(header, FakeApi.TOKEN)).orElse(Customers.CREDENTIALS);
    }

    CrmClient client(final ApiTransport transport) throws CrmException {
        return client(transport, target);
    }

    CrmClient client(final ApiTransport transport, final Target other) throws CrmException {
        final DeclaredApi api = new DeclaredApi(transport, document);
        return new DeclaredClient(api, api.object(other.object()), other, api::object);
    }

    List<Outcome> deliver(final FakeApi fake, final WriteMode mode, final Record... records) throws CrmException {
        final ApiTransport transport = Customers.transport(fake, credentials(), document.throttleRule(), TIMEOUT);
        final DeliverySettings settings = new DeliverySettings(target, ConflictPolicy.LAST_WRITER_WINS, mode, NullValues.IGNORE, 3, false);
        return new Delivery(client(transport), settings).deliver(List.of(records));
    }
}
