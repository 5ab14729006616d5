package org.nificrm.matching.prepare;

/**
 * Folded characters without structure: identifiers, cities, postal codes, categories.
 */
public class TextValue extends Value {
    private final Letters letters;

    public TextValue(final String folded) {
        this(folded.toCharArray());
    }

    private TextValue(final char[] characters) {
        super(Hash.of(characters));
        this.letters = new Letters(characters);
    }

    public Letters letters() {
        return letters;
    }

    public char[] characters() {
        return letters.characters();
    }

    @Override
    public String toString() {
        return letters.toString();
    }
}
