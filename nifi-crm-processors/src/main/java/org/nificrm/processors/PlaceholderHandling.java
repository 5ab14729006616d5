package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;
import org.nificrm.cleansing.PlaceholderPolicy;

/** The placeholder policies as users see them. */
enum PlaceholderHandling implements DescribedValue {
    CLEAR("Clear", "The value is removed and the field counts as missing", PlaceholderPolicy.CLEAR),
    KEEP("Keep", "The value stays and the field counts as missing", PlaceholderPolicy.KEEP),
    QUARANTINE("Quarantine", "The value stays and the record goes to quarantine", PlaceholderPolicy.QUARANTINE);

    private final String displayName;
    private final String description;
    private final PlaceholderPolicy policy;

    PlaceholderHandling(final String displayName, final String description, final PlaceholderPolicy policy) {
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

    PlaceholderPolicy policy() {
        return policy;
    }
}
