package org.nificrm.cleansing;

/** What becomes of a value that stands for nothing, such as N/A. */
public enum PlaceholderPolicy {
    /** It is removed. */
    CLEAR,
    /** It stays and counts as missing. */
    KEEP,
    /** It stays and the record goes aside. */
    QUARANTINE
}
