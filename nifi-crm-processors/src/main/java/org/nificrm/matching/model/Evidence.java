package org.nificrm.matching.model;

import java.util.List;
import java.util.Optional;

/**
 * How a score came about, step by step: a waterfall.
 *
 * @param priorBits   bits before anything was compared
 * @param steps       what each attribute added
 * @param relatedBits bits taken off because the two may rather be related customers, 0 or less
 * @param totalBits   the score; what counts even if a veto rules the match out
 * @param veto        why the two cannot be one customer, if there is such a reason
 */
public record Evidence(double priorBits, List<Step> steps, double relatedBits, double totalBits, Optional<String> veto) {

    /**
     * What one attribute added.
     *
     * @param attribute   name of the attribute
     * @param first       value of the first record, in the form in which it was compared
     * @param second      value of the second record
     * @param level       level of agreement
     * @param match       m: how often two records of one customer agree to this level
     * @param unrelated   u: how often records of two customers do
     * @param rarityBits  bits added because the value is rare, or taken off because it is common
     * @param bits        all bits of this attribute
     * @param runningBits sum up to here
     */
    public record Step(String attribute, String first, String second, String level, double match, double unrelated, double rarityBits,
            double bits, double runningBits) {
    }
}
