package org.nificrm.cleansing;

/** Order of the parts of a date where its writing does not tell. */
public enum DateOrder {
    /** Not known: 03/04/2020 stays as it is and is reported. */
    UNKNOWN,
    /** Day, month, year. */
    DMY,
    /** Month, day, year. */
    MDY,
    /** Year, month, day. */
    YMD
}
