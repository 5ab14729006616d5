package org.nificrm.delivery.declared;

import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.Fault;
import org.nificrm.delivery.rest.FaultSchedules;
import org.nificrm.delivery.rest.ThrottleRule;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** Schedules of faults for a preset. What the object is made of is asked for once, as the service does. */
abstract class DeclaredSchedules extends FaultSchedules {

    private final PresetTarget preset;
    private final ApiObject object;

    DeclaredSchedules(final PresetTarget preset) throws IOException, CrmException {
        this.preset = preset;
        try (FakeApi fake = fake(0)) {
            final ApiTransport transport = Customers.transport(fake, preset.credentials(), preset.document().throttleRule(), PresetTarget.TIMEOUT);
            this.object = new DeclaredApi(transport, preset.document()).object(preset.target().object());
        }
    }

    @Override
    protected final int mostCustomers() {
        return 30;
    }

    @Override
    protected final Target target() {
        return preset.target();
    }

    @Override
    protected final ThrottleRule throttleRule() {
        return preset.document().throttleRule();
    }

    @Override
    protected final CrmClient client(final ApiTransport transport, final Target target) throws CrmException {
        return new DeclaredClient(new DeclaredApi(transport, preset.document()), object, target, name -> object);
    }

    /** An answer that leaves records out of a list cannot be told from one that has no more. */
    @Override
    protected Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.SHORT, Fault.EMPTY, Fault.UNATTRIBUTED, Fault.STALE_VERSION));
    }
}
