package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.CrmException;

/** What objects are made of. */
public interface Descriptions {

    /** @param name API name */
    SalesforceObject object(String name) throws CrmException;
}
