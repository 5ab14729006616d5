package org.nificrm.delivery.declared;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.FakeApi;

import java.io.IOException;

class OdooScheduleTest extends DeclaredSchedules {

    OdooScheduleTest() throws IOException, CrmException {
        super(PresetTarget.ODOO);
    }

    @Override
    protected FakeApi fake(final long seed) throws IOException {
        return new FakeOdoo(seed);
    }
}
