/**
 * Salesforce as a CRM: {@link org.nificrm.delivery.salesforce.SalesforceClient} over its REST API.
 */
package org.nificrm.delivery.salesforce;
