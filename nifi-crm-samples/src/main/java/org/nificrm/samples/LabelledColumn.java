package org.nificrm.samples;

import java.util.Locale;

/**
 * A column of a labelled set. Its name is that of the role the matcher gives it.
 */
public enum LabelledColumn {
    SOURCE,
    FULL_NAME,
    GIVEN_NAME,
    SURNAME,
    BIRTH_DATE,
    NATIONAL_ID,
    COMPANY,
    TAX_ID,
    EMAIL,
    PHONE,
    STREET,
    CITY,
    POSTAL_CODE,
    COUNTRY,
    WEB_DOMAIN,
    CATEGORY;

    /** The name of the column and of its role, for example {@code given_name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
