/**
 * Whether what a CRM holds is what a source sent: {@link org.nificrm.reconciliation.RecordComparator} compares one record field by
 * field, {@code report} adds up what came of all of them.
 */
package org.nificrm.reconciliation;
