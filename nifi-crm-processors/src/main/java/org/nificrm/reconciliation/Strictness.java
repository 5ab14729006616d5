package org.nificrm.reconciliation;

import org.apache.nifi.components.DescribedValue;

/** When two values count as equal. */
public enum Strictness implements DescribedValue {

    EQUIVALENT("Equivalent", "Case, blanks, full-width forms and the spelling of phone numbers, dates and numbers do not matter"),
    EXACT("Exact", "What the CRM holds must be what it would hold had the record been written to it now");

    private final String displayName;
    private final String description;

    Strictness(final String displayName, final String description) {
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
