package org.nificrm.cleansing;

import java.util.Locale;

/** What became of the value that a finding is about. */
public enum Action {
    /** Left as it is. */
    KEPT,
    /** Replaced by a better form of itself. */
    CHANGED,
    /** Set where there was nothing. */
    FILLED,
    /** Removed, since it stood for nothing. */
    CLEARED,
    /** Left as it is, and the record goes aside. */
    QUARANTINED;

    /** The name in records and reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
