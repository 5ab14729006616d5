/**
 * Controller services: {@link org.nificrm.services.CrmClientService} is how a processor reaches a CRM.
 */
package org.nificrm.services;
