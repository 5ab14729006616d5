/**
 * The vocabulary every stage shares: the fields of a customer, and what a stage has to say about a record.
 */
package org.nificrm.customer;
