package org.nificrm.delivery.zoho;

import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.Fault;
import org.nificrm.delivery.rest.FaultSchedules;
import org.nificrm.delivery.rest.ThrottleRule;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

class ZohoScheduleTest extends FaultSchedules {

    @Override
    protected FakeApi fake(final long seed) throws IOException {
        return new FakeZoho(seed);
    }

    @Override
    protected Target target() {
        return ZohoTarget.TARGET;
    }

    @Override
    protected Credentials credentials() {
        return ZohoTarget.CREDENTIALS;
    }

    @Override
    protected ThrottleRule throttleRule() {
        return ZohoApi.THROTTLE_RULE;
    }

    @Override
    protected CrmClient client(final ApiTransport transport, final Target target) throws CrmException {
        return ZohoTarget.client(transport, target);
    }

    /** All but those of conditional writes and of attribution, which Zoho has not. */
    @Override
    protected Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.STALE_VERSION, Fault.UNATTRIBUTED, Fault.LOCKED));
    }
}
