package org.nificrm.delivery.dataverse;

import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.Fault;
import org.nificrm.delivery.rest.FaultSchedules;
import org.nificrm.delivery.rest.ThrottleRule;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

class DataverseScheduleTest extends FaultSchedules {

    /** Every other one takes no several records in one message. */
    @Override
    protected FakeApi fake(final long seed) throws IOException {
        return new FakeDataverse(seed, seed % 2 == 0);
    }

    @Override
    protected Target target() {
        return DataverseTarget.TARGET;
    }

    @Override
    protected ThrottleRule throttleRule() {
        return DataverseApi.THROTTLE_RULE;
    }

    @Override
    protected CrmClient client(final ApiTransport transport, final Target target) throws CrmException {
        return DataverseTarget.client(transport, target, Deletion.DELETE);
    }

    /** All but locks, which Dataverse does not tell of. */
    @Override
    protected Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.LOCKED));
    }
}
