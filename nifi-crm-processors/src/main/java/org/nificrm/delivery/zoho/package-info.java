/**
 * Zoho CRM as a CRM: {@link org.nificrm.delivery.zoho.ZohoClient} over its records interface and its query language.
 */
package org.nificrm.delivery.zoho;
