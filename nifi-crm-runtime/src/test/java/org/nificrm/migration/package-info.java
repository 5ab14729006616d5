/** The full-migration template at work: a real NiFi, a real database, and the truth that the sample knows. */
package org.nificrm.migration;
