package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;

/** What {@link ReconcileCrmCustomer} makes of a record that the CRM holds in a newer version. */
enum NewerVersions implements DescribedValue {

    COMPARE("Compare", "It is compared as any other, and differs where the newer version does"),
    LEAVE_OUT("Leave Out", "It is found, leaves by consistent with the code OVERTAKEN, and no field counts");

    private final String displayName;
    private final String description;

    NewerVersions(final String displayName, final String description) {
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
