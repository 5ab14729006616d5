package org.nificrm.delivery.zoho;

import org.nificrm.delivery.CrmException;

/** Describes modules by their API names, from a cache perhaps. */
public interface Modules {

    ZohoModule get(String name) throws CrmException;
}
