package org.nificrm.matching.block;

/**
 * The soft marks of a record, two of which together make a block key.
 */
enum Feature {
    /** Sound of a word of the name, given name and surname alike, so that swapped names meet. */
    NAME_SOUND,
    /** First letters of a name. */
    NAME_START,
    BIRTH_YEAR,
    BIRTH_MONTH_DAY,
    BIRTH_YEAR_MONTH,
    CITY,
    POSTAL_CODE,
    HOUSE_NUMBER,
    STREET_WORD,
    EMAIL_LOCAL,
    COMPANY_WORD,
    COMPANY_START,
    IDENTIFIER_HALF,
    PHONE_START,
    CATEGORY
}
