package org.nificrm.delivery.hubspot;

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

class HubSpotScheduleTest extends FaultSchedules {

    @Override
    protected FakeApi fake(final long seed) throws IOException {
        return new FakeHubSpot(seed);
    }

    @Override
    protected Target target() {
        return HubSpotTarget.TARGET;
    }

    @Override
    protected ThrottleRule throttleRule() {
        return HubSpotApi.THROTTLE_RULE;
    }

    @Override
    protected CrmClient client(final ApiTransport transport, final Target target) throws CrmException {
        final HubSpotApi api = new HubSpotApi(transport, "v3");
        return new HubSpotClient(api, api.object(target.object()), target);
    }

    /** All but those of conditional writes, which HubSpot has not. */
    @Override
    protected Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.STALE_VERSION));
    }
}
