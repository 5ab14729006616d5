package org.nificrm.quality;

/**
 * What quality is computed from: weights of fields and counts of checks. Measures of records add up, so those of a FlowFile are the
 * sum of those of its records. Not safe for use by several threads.
 */
public final class Measures {

    private double expected;
    private double present;
    private double checkable;
    private double valid;
    private long applicable;
    private long passed;
    private long compared;
    private long agreed;

    /** A value that a record of this kind should have. */
    public void expect(final double weight, final boolean isPresent) {
        expected += weight;
        present += isPresent ? weight : 0;
    }

    /** A value that is there and whose kind is known well enough to tell right from wrong. */
    public void check(final double weight, final boolean isValid) {
        checkable += weight;
        valid += isValid ? weight : 0;
    }

    /** Rules between fields: how many applied to the record, and how many of these passed. */
    public void consistency(final int rulesApplicable, final int rulesPassed) {
        applicable += rulesApplicable;
        passed += rulesPassed;
    }

    /** Fields that a reference system also has, and how many of these agree with it. */
    public void accuracy(final int fieldsCompared, final int fieldsAgreed) {
        compared += fieldsCompared;
        agreed += fieldsAgreed;
    }

    /** Adds those of another record. */
    public void add(final Measures other) {
        expected += other.expected;
        present += other.present;
        checkable += other.checkable;
        valid += other.valid;
        applicable += other.applicable;
        passed += other.passed;
        compared += other.compared;
        agreed += other.agreed;
    }

    /** Σw(expected and present) / Σw(expected); null where nothing is expected. */
    Double completeness() {
        return ratio(present, expected);
    }

    /** Σw(valid) / Σw(present and checkable); null where nothing is checkable. */
    Double validity() {
        return ratio(valid, checkable);
    }

    /** Passed / applicable; null where no rule applied. */
    Double consistency() {
        return ratio(passed, applicable);
    }

    /** Agreed / compared; null without a reference. */
    Double accuracy() {
        return ratio(agreed, compared);
    }

    long compared() {
        return compared;
    }

    private static Double ratio(final double part, final double whole) {
        return whole == 0 ? null : part / whole;
    }
}
