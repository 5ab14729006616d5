package org.nificrm.processors;

import org.apache.nifi.components.DescribedValue;
import org.nificrm.mapping.ErrorPolicy;

/** The policies for mapping errors as users see them. */
enum MappingErrors implements DescribedValue {
    DOCUMENT("As the Mapping Document Says", "What 'onError' says in the document; without it, Collect", null),
    COLLECT("Collect", "A record with errors goes to invalid, in its source shape and with all its errors", ErrorPolicy.COLLECT),
    SET_NULL("Set Null", "A field whose value cannot be mapped is null and the record goes on with its issues; only a required field makes it invalid",
            ErrorPolicy.SET_NULL),
    FAIL_FLOWFILE("Fail FlowFile", "The first error sends the whole FlowFile to failure, unchanged", ErrorPolicy.FAIL);

    private final String displayName;
    private final String description;
    private final ErrorPolicy policy;

    MappingErrors(final String displayName, final String description, final ErrorPolicy policy) {
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
    ErrorPolicy policy() {
        return policy;
    }
}
