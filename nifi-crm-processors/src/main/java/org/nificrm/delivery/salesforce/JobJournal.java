package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.CrmException;

import java.util.Set;

/** Remembers across restarts which jobs were begun and not seen to their end. */
public interface JobJournal {

    /** Jobs of an object that nobody waits for any more. */
    Set<String> abandoned(String object) throws CrmException;

    void begun(String object, String job) throws CrmException;

    /** Whoever waited for the job gives up; the job goes on. */
    void abandon(String job);

    void ended(String job) throws CrmException;
}
