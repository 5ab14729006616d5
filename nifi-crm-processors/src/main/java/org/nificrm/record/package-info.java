/**
 * How records travel through a processor: {@link org.nificrm.record.RecordInput} reads a FlowFile one record at a time,
 * an engine decides, {@link org.nificrm.record.RecordRoutes} writes each record to the FlowFile of its relationship.
 */
package org.nificrm.record;
