package org.nificrm.samples;

/** A customer of a labelled set. */
interface LabelledCustomer {

    /**
     * Writes a record of the customer down.
     *
     * @param source number of the system that writes it
     */
    void write(Transcript record, int source);
}
