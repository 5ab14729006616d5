package org.nificrm.values.identifier;

import java.util.Arrays;

/** Whether the last character of a number fits the digits before it. */
@FunctionalInterface
interface CheckDigit {

    boolean fits(String number);

    /**
     * Reads a rule.
     *
     * @param columns the columns of a line: name of the rule and, for weighted sums, modulus, weights, and what is written for 10
     * @param start where the rule starts
     */
    static CheckDigit read(final String[] columns, final int start) {
        return switch (columns[start]) {
            case "LUHN" -> CheckDigit::fitsLuhn;
            case "MOD_11_10" -> CheckDigit::fitsMod11And10;
            case "SUM", "REST", "REST0" -> {
                final int[] weights = Arrays.stream(columns[start + 2].split(",")).mapToInt(Integer::parseInt).toArray();
                yield new WeightedSum(columns[start], Integer.parseInt(columns[start + 1]), weights, columns[start + 3].charAt(0));
            }
            default -> throw new IllegalStateException("Unknown rule of a check digit: " + columns[start]);
        };
    }

    /** ISO/IEC 7812-1: every second digit from the right counts twice, less nine where that has two digits. */
    private static boolean fitsLuhn(final String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            final int digit = Character.digit(number.charAt(number.length() - 1 - i), 10);
            final int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }

        return sum % 10 == 0;
    }

    /** ISO/IEC 7064, the hybrid system MOD 11,10. */
    private static boolean fitsMod11And10(final String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            final int sum = (product + Character.digit(number.charAt(i), 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (product + Character.digit(number.charAt(number.length() - 1), 10)) % 10 == 1;
    }

    /** Digits times weights; a number shorter than the weights is read as if zeros stood in front. */
    record WeightedSum(String rule, int modulus, int[] weights, char ten) implements CheckDigit {

        @Override
        public boolean fits(final String number) {
            int sum = 0;
            for (int i = 1; i < number.length(); i++) {
                sum += Character.digit(number.charAt(number.length() - 1 - i), 10) * weights[weights.length - i];
            }

            final int remainder = sum % modulus;
            final int check = switch (rule) {
                case "SUM" -> remainder;
                case "REST" -> (modulus - remainder) % modulus;
                default -> (modulus - remainder) % 10;
            };
            return number.charAt(number.length() - 1) == (check == 10 ? ten : (char) ('0' + check));
        }
    }
}
