package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;
import org.nificrm.values.date.DateOrder;

/** The orders of a date as users see them. */
enum DateOrderOption implements DescribedValue {
    UNKNOWN("Unknown", "A date that can be read in two ways stays as it is and is reported", DateOrder.UNKNOWN),
    DAY_MONTH_YEAR("Day Month Year", "03/04/2020 is the third of April", DateOrder.DAY_MONTH_YEAR),
    MONTH_DAY_YEAR("Month Day Year", "03/04/2020 is the fourth of March", DateOrder.MONTH_DAY_YEAR),
    YEAR_MONTH_DAY("Year Month Day", "03/04/20 is the twentieth of April 2003", DateOrder.YEAR_MONTH_DAY);

    private final String displayName;
    private final String description;
    private final DateOrder order;

    DateOrderOption(final String displayName, final String description, final DateOrder order) {
        this.displayName = displayName;
        this.description = description;
        this.order = order;
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

    DateOrder order() {
        return order;
    }
}
