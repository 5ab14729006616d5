package org.nificrm.delivery.rest;

import org.nificrm.delivery.CrmException;

/** Sends requests to one CRM. Safe for use by several threads. */
public interface ApiTransport extends AutoCloseable {

    /**
     * Sends one request and waits for the answer, whatever its status.
     *
     * @throws CrmException of kind {@code TRANSIENT} if no whole answer came: the request may have been carried out, or not;
     *                      of kind {@code UNAVAILABLE} if the CRM accepts no credentials or may not be asked for longer
     */
    ApiResponse send(ApiRequest request) throws CrmException;

    /** Base address, without anything secret. */
    String address();

    @Override
    void close();
}
