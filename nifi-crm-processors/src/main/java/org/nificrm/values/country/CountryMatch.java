package org.nificrm.values.country;

/**
 * What a text says about a country.
 *
 * @param outcome whether it names one, several or none
 * @param code code of ISO 3166-1 alpha-2; null unless the outcome is {@link Outcome#FOUND}
 */
public record CountryMatch(Outcome outcome, String code) {

    static final CountryMatch UNKNOWN = new CountryMatch(Outcome.UNKNOWN, null);
    static final CountryMatch AMBIGUOUS = new CountryMatch(Outcome.AMBIGUOUS, null);

    /** How far a text was understood. */
    public enum Outcome {
        /** One country. */
        FOUND,
        /** A name of more than one country, such as Congo. */
        AMBIGUOUS,
        /** No country's name. */
        UNKNOWN
    }

    public CountryMatch {
        if ((outcome == Outcome.FOUND) != (code != null)) {
            throw new IllegalArgumentException("A code is there if and only if a country was found");
        }
    }

    /** Tells whether the text names exactly one country. */
    public boolean isFound() {
        return outcome == Outcome.FOUND;
    }

    static CountryMatch of(final String code) {
        return new CountryMatch(Outcome.FOUND, code);
    }
}
