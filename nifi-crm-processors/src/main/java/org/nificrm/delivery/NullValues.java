package org.nificrm.delivery;

import org.apache.nifi.components.DescribedValue;

/** What a null in a record means. */
public enum NullValues implements DescribedValue {

    IGNORE("Ignore", "The CRM keeps the value that it holds"),
    CLEAR("Clear", "The field is emptied in the CRM");

    private final String displayName;
    private final String description;

    NullValues(final String displayName, final String description) {
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
