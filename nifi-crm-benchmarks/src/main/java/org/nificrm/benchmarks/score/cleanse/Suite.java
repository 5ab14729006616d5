package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * One figure of the table: the rows of a file that a question applies to, and how they are answered.
 *
 * @param name what the table calls it
 * @param file name of the file in the directory of the suites, {@code .csv} with a header or {@code .jsonl}
 * @param target per cent of right answers wanted
 * @param best per cent reached by the best ready-made library; {@link #NOT_MEASURED} if there is none
 * @param question answers one row
 */
public record Suite(String name, String file, double target, double best, Question question) {

    /** For {@link #best()}: no ready-made library was measured. */
    public static final double NOT_MEASURED = Double.NaN;

    /** Answers a row of a suite. */
    @FunctionalInterface
    public interface Question {

        /**
         * Answers a row.
         *
         * @param row the row; the columns of a CSV file are text fields
         * @return the answer; empty if the row does not belong to the suite
         */
        Optional<Answer> answer(JsonNode row);
    }

    /**
     * A question answered.
     *
     * @param input what was asked
     * @param expected the answer of the suite
     * @param got the answer of this project
     * @param right whether the two are the same by the rule of the suite
     */
    public record Answer(String input, String expected, String got, boolean right) {

        /** An answer that is right if it equals the expected one. */
        public static Answer ofExact(final String input, final String expected, final String got) {
            return new Answer(input, expected, got, expected.equals(got));
        }
    }
}
