package org.nificrm.matching.prepare;

import java.util.Arrays;

/**
 * A street or company name, compared word by word.
 */
public final class WordsValue extends Value {
    private final char[] characters;
    private final Token[] tokens;
    private final char[] initials;
    private final int[] characterPairs;

    WordsValue(final String folded, final Token[] tokens) {
        super(Hash.of(folded.replace(" ", "")));
        this.characters = folded.replace(" ", "").toCharArray();
        this.tokens = tokens;
        this.characterPairs = characterPairs(characters);
        this.initials = new char[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            initials[i] = tokens[i].characters()[0];
        }
    }

    /** @return all letters and digits without spaces */
    public char[] characters() {
        return characters;
    }

    private static int[] characterPairs(final char[] characters) {
        final int[] pairs = new int[Math.max(0, characters.length - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = characters[i] << Character.SIZE | characters[i + 1];
        }

        Arrays.sort(pairs);
        return pairs;
    }

    /** @return all pairs of neighbouring characters, ascending */
    public int[] characterPairs() {
        return characterPairs;
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
