package org.nificrm.delivery.salesforce;

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

class SalesforceScheduleTest extends FaultSchedules {

    @Override
    protected FakeApi fake(final long seed) throws IOException {
        return new FakeSalesforce(seed);
    }

    @Override
    protected Target target() {
        return SalesforceTarget.TARGET;
    }

    @Override
    protected ThrottleRule throttleRule() {
        return SalesforceApi.THROTTLE_RULE;
    }

    @Override
    protected CrmClient client(final ApiTransport transport, final Target target) throws CrmException {
        final SalesforceApi api = SalesforceTarget.api(transport);
        return new SalesforceClient(api, api, target);
    }

    /** Salesforce answers in the order of the request and says nowhere else whose a result is; it has no conditional writes of several records. */
    @Override
    protected Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.SHUFFLED, Fault.UNATTRIBUTED, Fault.STALE_VERSION));
    }
}
