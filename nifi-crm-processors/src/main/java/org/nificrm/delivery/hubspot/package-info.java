/**
 * HubSpot as a CRM: {@link org.nificrm.delivery.hubspot.HubSpotClient} over its batch endpoints.
 */
package org.nificrm.delivery.hubspot;
