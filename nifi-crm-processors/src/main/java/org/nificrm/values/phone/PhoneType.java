package org.nificrm.values.phone;

/**
 * What a number is used for; the names are those of libphonenumber.
 */
public enum PhoneType {
    FIXED_LINE,
    MOBILE,
    FIXED_LINE_OR_MOBILE,
    TOLL_FREE,
    PREMIUM_RATE,
    SHARED_COST,
    VOIP,
    PERSONAL_NUMBER,
    PAGER,
    UAN,
    VOICEMAIL,
    UNKNOWN;

    /**
     * @return whether a text message may reach the number
     */
    public boolean isMobile() {
        return this == MOBILE || this == FIXED_LINE_OR_MOBILE;
    }
}
