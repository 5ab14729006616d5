/**
 * The write algorithm of a CRM: what is already there is looked up, a policy decides, only what changed is written, and
 * every record gets exactly one outcome. {@link org.nificrm.delivery.CrmClient} is all that a CRM has to offer for it;
 * {@link org.nificrm.delivery.Delivery} is the algorithm.
 */
package org.nificrm.delivery;
