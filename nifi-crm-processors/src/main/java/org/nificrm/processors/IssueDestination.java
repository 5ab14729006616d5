package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;

/** Where the issues of records that go on are told. Records that go to quarantine always carry theirs. */
enum IssueDestination implements DescribedValue {
    RECORD("Record", "Each record carries its issues and scores in the fields issues and quality; the report has the totals"),
    REPORT("Report", "Records keep their schema; the report lists every issue, with values masked, and the totals"),
    TOTALS("Totals Only", "Records keep their schema; the report has the totals, and is as small for a million records as for ten");

    private final String displayName;
    private final String description;

    IssueDestination(final String displayName, final String description) {
        this.displayName = displayName;
        this.description = description;
    }

    @Override
    public String getValue() {
        return name();
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    @Override
    public String getDescription() {
        return description;
    }
}
