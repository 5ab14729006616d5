package org.nificrm.cleansing;

import java.util.Locale;

/** Which side of quality a finding concerns, in the terms of DAMA's data quality dimensions. */
public enum Dimension {
    /** Is the value there? */
    COMPLETENESS,
    /** Is the value one of its kind? */
    VALIDITY,
    /** Do the values of the record agree with each other? */
    CONSISTENCY,
    /** Does the value agree with another system? */
    ACCURACY;

    /** The name in records and reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
