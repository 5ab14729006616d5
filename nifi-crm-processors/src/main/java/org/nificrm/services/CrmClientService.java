package org.nificrm.services;

import org.apache.nifi.controller.ControllerService;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Target;

import java.util.Map;

/** Opens the way to a CRM. Limits of the CRM, such as its rate, hold for all clients of a service together. */
public interface CrmClientService extends ControllerService {

    /**
     * @param target     where the client reads and writes
     * @param attributes of the FlowFile that is delivered, for services that choose by them
     * @return for one thread, to be closed by the caller
     * @throws CrmException if the CRM cannot be reached or has no such target
     */
    CrmClient open(Target target, Map<String, String> attributes) throws CrmException;
}
