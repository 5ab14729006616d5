package org.nificrm.delivery.dataverse;

import org.apache.nifi.components.DescribedValue;

/** What deleting a record means. */
public enum Deletion implements DescribedValue {

    DELETE("Delete", "The row is deleted, with what depends on it"),
    DEACTIVATE("Deactivate", "The row stays and becomes inactive (statecode 1)");

    private final String displayName;
    private final String description;

    Deletion(final String displayName, final String description) {
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
