package org.nificrm.delivery;

import org.apache.nifi.components.DescribedValue;

/** Who is right where record and CRM differ. */
public enum ConflictPolicy implements DescribedValue {

    SOURCE_WINS("Source Wins", "The record overwrites what the CRM holds"),
    TARGET_WINS("Target Wins", "What the CRM holds stays as it is; only records that it has not yet are written"),
    LAST_WRITER_WINS("Last Writer Wins",
            "The side whose Source Timestamp Field is newer; at the same instant the greater values, whichever comes first"),
    MERGE_FIELDS("Merge Fields", "Field by field: the newer side, but a field that it leaves blank keeps the value of the other"),
    FILL_BLANKS("Fill Blanks", "Only fields that are blank in the CRM are written"),
    FAIL("Fail", "Nothing is overwritten; a record that differs from what the CRM holds leaves by conflict");

    private final String displayName;
    private final String description;

    ConflictPolicy(final String displayName, final String description) {
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

    /** Whether it asks which side is newer. */
    public boolean comparesTime() {
        return this == LAST_WRITER_WINS || this == MERGE_FIELDS;
    }
}
