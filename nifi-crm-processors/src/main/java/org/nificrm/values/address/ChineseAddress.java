package org.nificrm.values.address;

/**
 * The divisions that a Chinese address names or implies.
 *
 * @param code six digits of the smallest division, zeros where the address says less; empty when no division was recognised
 * @param province full name of the province, empty when unknown
 * @param city full name of the prefecture; that of the province for a municipality; empty when unknown
 * @param county full name of the county, empty when unknown
 * @param former name of a county in the address that was given up without a successor of its name, otherwise empty
 * @param conflict whether the address names divisions that do not lie in each other
 * @param detail what follows the divisions
 */
public record ChineseAddress(String code, String province, String city, String county, String former, boolean conflict, String detail) {

    static ChineseAddress unknown(final String text) {
        return new ChineseAddress("", "", "", "", "", false, text);
    }

    /**
     * @return whether at least the province is known
     */
    public boolean isKnown() {
        return !code.isEmpty();
    }
}
