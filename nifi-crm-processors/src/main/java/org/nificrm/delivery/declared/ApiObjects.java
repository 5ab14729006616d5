package org.nificrm.delivery.declared;

import org.nificrm.delivery.CrmException;

/** Learns what an object is made of. */
public interface ApiObjects {

    ApiObject object(String name) throws CrmException;
}
