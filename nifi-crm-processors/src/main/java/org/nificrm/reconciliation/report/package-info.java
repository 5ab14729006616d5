/**
 * What became of all records: each stage reports one JSON object a FlowFile, {@link org.nificrm.reconciliation.report.StageReport}
 * or, with what was compared, {@link org.nificrm.reconciliation.report.ReconciliationReport}. Reports hold counts and sums only, so
 * that they add up exactly, in whatever order they come; {@link org.nificrm.reconciliation.report.MigrationReport} is their sum.
 * No report holds a customer's data.
 */
package org.nificrm.reconciliation.report;
