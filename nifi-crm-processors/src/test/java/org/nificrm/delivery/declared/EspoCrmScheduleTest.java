package org.nificrm.delivery.declared;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

class EspoCrmScheduleTest extends DeclaredSchedules {

    EspoCrmScheduleTest() throws IOException, CrmException {
        super(PresetTarget.ESPOCRM);
    }

    @Override
    protected FakeApi fake(final long seed) throws IOException {
        return new FakeEspoCrm(seed);
    }

    /** A list that is too short is told from the total; an answer always says whose the records are. */
    @Override
    protected Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.UNATTRIBUTED));
    }
}
