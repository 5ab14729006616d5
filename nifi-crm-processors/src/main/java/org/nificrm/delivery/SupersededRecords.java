package org.nificrm.delivery;

import org.apache.nifi.components.DescribedValue;

/** What becomes of the CRM's records that were merged into another. */
public enum SupersededRecords implements DescribedValue {

    IGNORE("Ignore", "They stay as they are"),
    DELETE("Delete", "They are deleted. A late older version of one would be created again: keep the order of FlowFiles, or mark instead"),
    MARK("Mark", "They get the values of 'Superseded Values' and keep all others, for example to deactivate them");

    private final String displayName;
    private final String description;

    SupersededRecords(final String displayName, final String description) {
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
