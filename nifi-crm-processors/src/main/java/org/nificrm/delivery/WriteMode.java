package org.nificrm.delivery;

import org.apache.nifi.components.DescribedValue;

/** What a delivery may do to the CRM. */
public enum WriteMode implements DescribedValue {

    UPSERT("Upsert", "Create records that the CRM has not, update those it has"),
    INSERT_ONLY("Insert Only", "Create records; one that the CRM already holds with other values leaves by conflict"),
    UPDATE_ONLY("Update Only", "Update records; one that the CRM has not leaves by rejected"),
    DELETE("Delete", "Delete records; one that the CRM has not counts as unchanged");

    private final String displayName;
    private final String description;

    WriteMode(final String displayName, final String description) {
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
