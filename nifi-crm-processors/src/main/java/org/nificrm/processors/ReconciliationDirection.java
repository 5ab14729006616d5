package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;

/** Which side the incoming records are of. */
enum ReconciliationDirection implements DescribedValue {

    SOURCE_TO_CRM("Source to CRM", "The records are those of the source. Each is looked up in the CRM and compared", "missing",
            "The CRM has no record with this key"),
    CRM_TO_SOURCE("CRM to Source", "The records are those of the CRM, and CRM Client leads to the source. Those that the source has not leave by missing: "
            + "they are orphans. No fields are compared", "orphan", "The source has no record with this key");

    private final String displayName;
    private final String description;
    private final String absent;
    private final String message;

    ReconciliationDirection(final String displayName, final String description, final String absent, final String message) {
        this.displayName = displayName;
        this.description = description;
        this.absent = absent;
        this.message = message;
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

    /** Status of a record that the other side has not. */
    String absent() {
        return absent;
    }

    /** What is to be said about it. */
    String message() {
        return message;
    }
}
