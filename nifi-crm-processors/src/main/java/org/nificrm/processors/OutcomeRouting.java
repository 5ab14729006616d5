package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;

/** By which relationships the records of a FlowFile leave {@link PutCrmCustomer}. */
enum OutcomeRouting implements DescribedValue {

    BY_OUTCOME("By Outcome", "Each record leaves by the relationship of its outcome"),
    TOGETHER("Together", "All records leave by success in the order of the input, each with its outcome, to answer whoever sent them");

    private final String displayName;
    private final String description;

    OutcomeRouting(final String displayName, final String description) {
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
