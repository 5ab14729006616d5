package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.FieldRole;
import org.nificrm.values.text.FoldedText;

import java.util.Map;

/** First and last name occur in the full name. */
final class NamePartsCheck implements ConsistencyCheck {

    @Override
    public String code() {
        return "NAME_PARTS_DIFFER";
    }

    @Override
    public FieldRole field() {
        return FieldRole.FULL_NAME;
    }

    @Override
    public String message() {
        return "The full name does not hold the first and last name";
    }

    @Override
    public Verdict check(final Map<FieldRole, Object> values) {
        if (!(values.get(FieldRole.FULL_NAME) instanceof final String full && values.get(FieldRole.FIRST_NAME) instanceof final String first
                && values.get(FieldRole.LAST_NAME) instanceof final String last)) {
            return Verdict.NOT_APPLICABLE;
        }

        if (full.contains(first) && full.contains(last)) {
            return Verdict.PASSED;
        }

        final String folded = joined(full);
        return Verdict.of(folded.contains(joined(first)) && folded.contains(joined(last)));
    }

    private static String joined(final String name) {
        return FoldedText.of(name).replace(" ", "");
    }
}
