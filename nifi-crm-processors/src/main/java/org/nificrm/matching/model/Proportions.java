package org.nificrm.matching.model;

import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.Role;

/**
 * How many pairs of each sort to expect.
 *
 * @param matchesPerRecord matches a record
 * @param relatedPerRecord related customers a record
 * @param neighbours       share of all pairs that live in the same place
 * @param moved            share of the matches between whose records the customer moved
 */
record Proportions(double matchesPerRecord, double relatedPerRecord, double neighbours, double moved) {
    private static final double MOVED = 0.08;
    /** A company elsewhere is more often a branch than the company after it moved. */
    private static final double MOVED_COMPANIES = 0.01;

    /** @return what to expect where nothing is known */
    static Proportions unknown(final MatchFields fields) {
        return new Proportions(0.5, 0.5, 0.002, fields.has(Role.COMPANY) ? MOVED_COMPANIES : MOVED);
    }
}
