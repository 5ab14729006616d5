package org.nificrm.matching.prepare;

/**
 * Folded characters without structure: identifiers, cities, postal codes, categories.
 */
public final class TextValue extends Value {
    private final char[] characters;

    public TextValue(final String folded) {
        this(folded.toCharArray());
    }

    private TextValue(final char[] characters) {
        super(Hash.of(characters));
        this.characters = characters;
    }

    public char[] characters() {
        return characters;
    }

    @Override
    public String toString() {
        return new String(characters);
    }
}
