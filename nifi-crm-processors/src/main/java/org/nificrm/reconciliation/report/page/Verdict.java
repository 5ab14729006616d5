package org.nificrm.reconciliation.report.page;

import org.nificrm.reconciliation.report.MigrationReport;
import org.nificrm.reconciliation.report.ReconciliationReport;
import org.nificrm.reconciliation.report.StageReport;

/**
 * The migration in one sentence.
 *
 * @param level    at a glance
 * @param headline in two words
 * @param sentence for somebody who reads nothing else
 */
record Verdict(Level level, String headline, String sentence) {

    enum Level {
        PASSED, FAILED, OPEN
    }

    static Verdict of(final MigrationReport report, final Acceptance acceptance) {
        final ReconciliationReport compared = report.reconciliation().orElse(null);
        if (compared == null || compared.completeness() == null) {
            return new Verdict(Level.OPEN, "Not proven", "Nothing has been compared yet: send the migrated records through ReconcileCrmCustomer too.");
        }

        final double completeness = compared.completeness();
        final double consistency = compared.consistency() == null ? 1 : compared.consistency();
        final boolean passed = completeness >= acceptance.completeness() && consistency >= acceptance.consistency();
        return new Verdict(passed ? Level.PASSED : Level.FAILED, passed ? "Passed" : "Not passed",
                arrived(compared.stage(), completeness) + " " + agrees(compared) + orphans(report));
    }

    private static String arrived(final StageReport stage, final double completeness) {
        final long checked = stage.records().get(ReconciliationReport.CHECKED);
        final long missing = stage.records().get(ReconciliationReport.MISSING);
        final long skipped = stage.records().get(ReconciliationReport.SKIPPED);
        final String sample = skipped == 0 ? "" : " of a sample";
        return missing == 0
                ? "All %s%s arrived in the CRM.".formatted(Format.records(checked), sample)
                : "%s of %s%s did not arrive in the CRM (%s did).".formatted(Format.count(missing), Format.records(checked), sample, Format.percent(completeness));
    }

    private static String agrees(final ReconciliationReport compared) {
        final long inconsistent = compared.stage().records().get(ReconciliationReport.INCONSISTENT);
        if (compared.consistency() == null) {
            return "No field was compared.";
        }

        return inconsistent == 0
                ? "Every compared field is as the source has it."
                : "%s of their fields are as the source has them; %s.".formatted(Format.percent(compared.consistency()),
                        inconsistent == 1 ? "1 record differs" : Format.count(inconsistent) + " records differ");
    }

    private static String orphans(final MigrationReport report) {
        final long orphans = report.stage(ReconciliationReport.ORPHANS_STAGE).map(stage -> stage.records().get(ReconciliationReport.MISSING)).orElse(0L);
        return orphans == 0 ? "" : " %s of the CRM %s in no source.".formatted(Format.records(orphans), orphans == 1 ? "is" : "are");
    }
}
