package org.nificrm.reconciliation.report.page;

/**
 * What a migration has to reach to pass.
 *
 * @param completeness share of the records that must have arrived
 * @param consistency  least mean share of equal fields
 */
public record Acceptance(double completeness, double consistency) {
}
