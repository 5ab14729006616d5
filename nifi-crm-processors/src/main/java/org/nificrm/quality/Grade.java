package org.nificrm.quality;

import java.util.Locale;

/** What a score means for the record. */
public enum Grade {
    /** Good enough to be used. */
    ACCEPT,
    /** To be looked at when there is time. */
    REVIEW,
    /** Not to be used as it is. */
    QUARANTINE;

    /** The name in records and reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
