package org.nificrm.delivery;

/**
 * One answer to the question whether a target is ready.
 *
 * @param step        what was looked at
 * @param verdict     the answer
 * @param explanation for a person, with the remedy where there is something to remedy; quotes no customer's data
 */
public record Finding(String step, Verdict verdict, String explanation) {

    public enum Verdict {
        PASSED, FAILED, SKIPPED
    }

    public static Finding passed(final String step, final String explanation) {
        return new Finding(step, Verdict.PASSED, explanation);
    }

    public static Finding failed(final String step, final String explanation) {
        return new Finding(step, Verdict.FAILED, explanation);
    }
}
