package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;

/** Where the match model comes from. */
enum MatchModelSource implements DescribedValue {

    AUTOMATIC("Automatic", "Learned from the records themselves, without labels; the built-in one while there are few. An index keeps its model"),
    BUILT_IN("Built-in", "The same weights for all data, without learning"),
    DOCUMENT("Document", "The Model Document");

    private final String displayName;
    private final String description;

    MatchModelSource(final String displayName, final String description) {
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
