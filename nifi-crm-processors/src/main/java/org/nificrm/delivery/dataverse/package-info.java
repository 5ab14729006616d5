/**
 * Microsoft Dataverse, the database of Dynamics 365, as a CRM: {@link org.nificrm.delivery.dataverse.DataverseClient} over
 * its Web API.
 */
package org.nificrm.delivery.dataverse;
