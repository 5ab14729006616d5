package org.nificrm.delivery.declared;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.FakeApi;

import java.io.IOException;

class DolibarrScheduleTest extends DeclaredSchedules {

    DolibarrScheduleTest() throws IOException, CrmException {
        super(PresetTarget.DOLIBARR);
    }

    @Override
    protected FakeApi fake(final long seed) throws IOException {
        return new FakeDolibarr(seed);
    }
}
