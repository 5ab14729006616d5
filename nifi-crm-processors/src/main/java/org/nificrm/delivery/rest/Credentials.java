package org.nificrm.delivery.rest;

import org.nificrm.delivery.CrmException;

import java.util.Map;

/** How requests prove who sends them. */
public interface Credentials {

    /** Headers for the next request. */
    Map<String, String> headers() throws CrmException;

    /**
     * The CRM did not accept the headers: a token may have expired.
     *
     * @return whether it is worth asking for {@link #headers()} again
     */
    default boolean renew() {
        return false;
    }
}
