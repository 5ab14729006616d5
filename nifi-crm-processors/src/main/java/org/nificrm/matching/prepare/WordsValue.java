package org.nificrm.matching.prepare;

/**
 * A street or company name, compared word by word.
 */
public final class WordsValue extends Value {
    private final char[] characters;
    private final Token[] tokens;
    private final char[] initials;

    WordsValue(final String folded, final Token[] tokens) {
        super(Hash.of(folded.replace(" ", "")));
        this.characters = folded.replace(" ", "").toCharArray();
        this.tokens = tokens;
        this.initials = new char[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            initials[i] = tokens[i].characters()[0];
        }
    }

    /** @return all letters and digits without spaces */
    public char[] characters() {
        return characters;
    }

    @Override
    public Token[] tokens() {
        return tokens;
    }

    /** @return first letter of each word */
    public char[] initials() {
        return initials;
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder();
        for (final Token token : tokens) {
            text.append(text.isEmpty() ? "" : " ").append(token.characters());
        }

        return text.toString();
    }
}
