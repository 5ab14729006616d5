package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;
import org.nificrm.mapping.UnmappedPolicy;

/** The policies for unmapped fields as users see them. */
enum UnmappedFields implements DescribedValue {
    DOCUMENT("As the Mapping Document Says", "What 'unmapped' says in the document; without it, Keep in Extra", null),
    DROP("Drop", "Fields that no rule reads are lost", UnmappedPolicy.DROP),
    KEEP_IN_EXTRA("Keep in Extra", "Fields that no rule reads are kept as texts in the map 'extra'", UnmappedPolicy.KEEP_IN_EXTRA),
    PASS_THROUGH("Pass Through", "Fields that no rule reads keep their names and types", UnmappedPolicy.PASS_THROUGH),
    FAIL("Fail the Record", "A record with a value in a field that no rule reads goes to invalid", UnmappedPolicy.FAIL);

    private final String displayName;
    private final String description;
    private final UnmappedPolicy policy;

    UnmappedFields(final String displayName, final String description, final UnmappedPolicy policy) {
        this.displayName = displayName;
        this.description = description;
        this.policy = policy;
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

    /** The engine's policy, or null to follow the document. */
    UnmappedPolicy policy() {
        return policy;
    }
}
