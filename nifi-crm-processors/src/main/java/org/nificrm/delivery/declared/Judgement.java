package org.nificrm.delivery.declared;

import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.rest.ApiError;

import java.util.List;

/**
 * What an answer means.
 *
 * @param verdict what follows from it
 * @param error   the same as an error; for a success, the one that there is if the answer does not bear the success out
 */
record Judgement(Verdict verdict, ApiError error) {

    /** For the one record that a write is about. Success is told by the write, which knows the record's id. */
    Outcome asOutcome() {
        return verdict == Verdict.STALE ? new Outcome(Outcome.Status.STALE, null, error.code(), error.message(), null, List.of()) : error.asOutcome();
    }
}
