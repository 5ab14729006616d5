package org.nificrm.record.dedup;

import org.apache.nifi.components.DescribedValue;

/** How much is said about why records were linked. */
public enum ExplanationLevel implements DescribedValue {

    NONE("None", "Scores only"),
    SUMMARY("Summary", "Which fields agree and which do not, with the score"),
    FULL("Full", "Field by field: both values, their level, m, u and bits, from the prior to the score");

    private final String displayName;
    private final String description;

    ExplanationLevel(final String displayName, final String description) {
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
