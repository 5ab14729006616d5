package org.nificrm.reconciliation.report;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class StageReportTest {

    @Test
    void reportsAddUpForEachSource() {
        final StageReport sum = new StageReport("map");
        sum.add(StageReport.read(report("erp", 3).toJson()));
        sum.add(StageReport.read(report("crm", 5).toJson()));
        sum.add(StageReport.read(report("erp", 4).toJson()));

        final Map<String, Counts> sources = StageReport.read(sum.toJson()).sources();
        assertEquals(7, sources.get("erp").get("mapped"));
        assertEquals(5, sources.get("crm").get("mapped"));
    }

    @Test
    void sourcesBeyondTheLimitAreCountedTogether() {
        final StageReport sum = new StageReport("map");
        for (int i = 0; i < StageReport.MOST_SOURCES + 3; i++) {
            sum.add(report("source " + i, 1));
        }

        assertEquals(3, sum.sources().get(Counts.OTHERS).get("mapped"));
    }

    @Test
    void aStageThatKnowsNoSourcesSaysNothingOfThem() {
        assertFalse(new StageReport("put").toJson().has("bySource"));
    }

    private static StageReport report(final String source, final long mapped) {
        final StageReport report = new StageReport("map");
        report.source(source).add("mapped", mapped);
        return report;
    }
}
