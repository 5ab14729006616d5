package org.nificrm.delivery.rest;

import org.nificrm.delivery.Outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The outcomes of a batch, as far as an answer tells them, whatever it leaves out or says twice. */
public final class BatchOutcomes {

    private final String crm;
    private final Outcome[] told;

    /**
     * @param crm  who answers
     * @param size number of operations of the batch
     */
    public BatchOutcomes(final String crm, final int size) {
        this.crm = crm;
        this.told = new Outcome[size];
    }

    public boolean hasPlace(final int place) {
        return place >= 0 && place < told.length;
    }

    /** One that contradicts what was told of the operation before leaves it {@link Outcome.Status#UNKNOWN}. */
    public void tell(final int place, final Outcome outcome) {
        final Outcome before = told[place];
        if (before == null) {
            told[place] = outcome;
        } else if (before.status().isSuccess() != outcome.status().isSuccess()) {
            told[place] = Outcome.unknown("CONTRADICTION", crm + " says of this record both that it was written and that it was not");
        }
    }

    public int untold() {
        return (int) Arrays.stream(told).filter(Objects::isNull).count();
    }

    /** One an operation; {@link Outcome.Status#UNKNOWN} where nothing was told. */
    public List<Outcome> all() {
        return all(Outcome.unknown("NO_RESULT", crm + "'s answer says nothing about this record"));
    }

    /**
     * @param otherwise what stands for those of which nothing was told
     */
    public List<Outcome> all(final Outcome otherwise) {
        return Arrays.stream(told).map(outcome -> outcome == null ? otherwise : outcome).toList();
    }
}
