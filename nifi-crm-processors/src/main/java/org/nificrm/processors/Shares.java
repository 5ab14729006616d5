package org.nificrm.processors;

import org.apache.nifi.components.Validator;
import org.apache.nifi.components.ValidationResult;

import java.util.function.DoublePredicate;

/** Properties that hold a share: a number from 0 to 1. */
final class Shares {

    static final Validator FROM_0 = validator(share -> share >= 0 && share <= 1, "it requires a number from 0 to 1");
    static final Validator ABOVE_0 = validator(share -> share > 0 && share <= 1, "it requires a number above 0 and not above 1");

    private Shares() {
    }

    private static Validator validator(final DoublePredicate valid, final String explanation) {
        return (subject, input, context) -> new ValidationResult.Builder().subject(subject).input(input)
                .valid(isNumber(input, valid)).explanation(explanation).build();
    }

    private static boolean isNumber(final String input, final DoublePredicate valid) {
        try {
            return valid.test(Double.parseDouble(input));
        } catch (final NumberFormatException e) {
            return false;
        }
    }
}
