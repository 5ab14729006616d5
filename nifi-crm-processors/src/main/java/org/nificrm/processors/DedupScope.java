package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;

/** Among which records duplicates are looked for. */
enum DedupScope implements DescribedValue {

    FLOWFILE("Within FlowFile", "Records of one FlowFile are compared with each other; nothing is remembered"),
    INDEX("Against Index", "Records are compared with each other and with all that were seen before, and remembered");

    private final String displayName;
    private final String description;

    DedupScope(final String displayName, final String description) {
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
