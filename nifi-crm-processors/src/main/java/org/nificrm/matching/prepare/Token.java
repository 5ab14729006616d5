package org.nificrm.matching.prepare;

/**
 * A word of a street or company name. How much it tells depends on how rare it is.
 */
public final class Token {
    static final Token[] NONE = new Token[0];

    private final Letters letters;
    private final long hash;
    private float weight = 1;

    public Token(final String text) {
        letters = new Letters(text);
        hash = Hash.of(letters.characters());
    }

    public Letters letters() {
        return letters;
    }

    public char[] characters() {
        return letters.characters();
    }

    public long hash() {
        return hash;
    }

    /** @return inverse document frequency, greater than 0 */
    public float weight() {
        return weight;
    }

    /** Told by the model once its frequencies are known. */
    public void weight(final float inverseDocumentFrequency) {
        weight = inverseDocumentFrequency;
    }
}
