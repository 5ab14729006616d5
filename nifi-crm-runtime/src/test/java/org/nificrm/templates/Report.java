package org.nificrm.templates;

/** The last stage of a template: adds up what the others report and draws one page. */
final class Report {

    private Report() {
    }

    static void addParameters(final FlowDefinition definition) {
        definition
                .parameter("Required Completeness", "1", "Share of the records that must be in the CRM for the verdict to be 'Passed', from 0 to 1.")
                .parameter("Required Consistency", "0.99", "Least mean share of equal fields for the verdict to be 'Passed', from 0 to 1.");
    }

    /**
     * Builds it; the page goes to the parameter Report Directory.
     *
     * @param title of the page
     * @return where reports enter
     */
    static Port add(final Group root, final int column, final int row, final String title) {
        final Group group = root.group("Report", column, row, "Adds up all reports and draws one page.");
        final Port input = group.inputPort("reports", 0, 0, "Reports of the stages.");
        final Processor report = group.processor(ComponentType.REPORT_MIGRATION, "Draw the Report", 0, 1,
                        "Each page tells everything since the state was last cleared. To begin anew: stop, View state, Clear state.")
                .property("Title", title)
                .property("Required Completeness", "#{Required Completeness}")
                .property("Required Consistency", "#{Required Consistency}")
                .property("Time Zone", "UTC")
                .every("5 sec")
                .end("failure");
        final Processor put = group.processor(ComponentType.PUT_FILE, "Keep the Report", 0, 2, "The newest page replaces the one before. Open it in any browser.")
                .property("Directory", "#{Report Directory}")
                .property("Conflict Resolution Strategy", "replace")
                .end("success")
                .penalty("10 sec")
                .forReview();
        group.connect(input, report).onOneNode();
        group.connect(report, put, "html", "json");
        group.connect(put, put, "failure");
        return input;
    }
}
