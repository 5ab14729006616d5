package org.nificrm.delivery.dataverse;

import org.nificrm.delivery.CrmException;

/** Describes tables by their logical names, from a cache perhaps. */
public interface Tables {

    DataverseTable get(String name) throws CrmException;
}
