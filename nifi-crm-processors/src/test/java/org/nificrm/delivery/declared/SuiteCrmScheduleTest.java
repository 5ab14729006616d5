package org.nificrm.delivery.declared;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.FakeApi;

import java.io.IOException;

class SuiteCrmScheduleTest extends DeclaredSchedules {

    SuiteCrmScheduleTest() throws IOException, CrmException {
        super(PresetTarget.SUITECRM);
    }

    @Override
    protected FakeApi fake(final long seed) throws IOException {
        return new FakeSuiteCrm(seed);
    }
}
