package org.nificrm.samples;

/** The systems that a sample is spread over. */
public enum LegacySystem {
    /** Files of comma-separated values, full name in one column. */
    WESTERN_CRM("western_crm", "W-"),
    /** JSON files, customers with their orders and payments nested. */
    CHINESE_ERP("chinese_erp", "C"),
    /** XML files of contacts, family and given name apart. */
    OFFICE("office", "OA-"),
    /** Table {@value LegacyTable#NAME}, persons only. */
    OLD_CRM("old_crm", "");

    private final String code;
    private final String keyPrefix;

    LegacySystem(final String code, final String keyPrefix) {
        this.code = code;
        this.keyPrefix = keyPrefix;
    }

    /** The value of {@code source_system} in the target. */
    public String code() {
        return code;
    }

    String key(final long number) {
        return keyPrefix + (number + 1);
    }
}
