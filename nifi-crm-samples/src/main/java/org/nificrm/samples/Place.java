package org.nificrm.samples;

/**
 * A city.
 *
 * @param postalPrefix what every postal code of the sample begins with there
 * @param areaCode     telephone area code without trunk prefix
 * @param division     GB/T 2260 code of one of its districts; null outside China
 */
record Place(String city, String region, String postalPrefix, String areaCode, String division) {

    static Place of(final String[] columns) {
        return new Place(columns[1], columns[2], columns[3], columns[4], columns.length > 5 ? columns[5] : null);
    }
}
