/**
 * The report of a migration as one HTML page that needs nothing else: no script, no font, no picture from outside. Charts are
 * tables with bars, so that whoever cannot see them reads the same.
 */
package org.nificrm.reconciliation.report.page;
