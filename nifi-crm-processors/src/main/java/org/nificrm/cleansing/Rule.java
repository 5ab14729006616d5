package org.nificrm.cleansing;

/** One thing that is looked at, and put right, in every record. Safe for use by many threads. */
public interface Rule {

    void apply(WorkingRecord record);
}
