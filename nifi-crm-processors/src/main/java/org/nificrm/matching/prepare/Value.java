package org.nificrm.matching.prepare;

/**
 * One value of an attribute in comparable form. Two values with the same {@link #hash()} are the same.
 */
public abstract class Value {
    private final long hash;
    private float frequency;

    protected Value(final long hash) {
        this.hash = hash;
    }

    public final long hash() {
        return hash;
    }

    public final boolean sameAs(final Value other) {
        return hash == other.hash;
    }

    /** @return share of the records that have this value, between 0 and 1; 0 while it is not known */
    public final float frequency() {
        return frequency;
    }

    /** Told by the model once its frequencies are known. Setting it again to the same number is harmless. */
    public final void frequency(final float share) {
        frequency = share;
    }

    /** @return the alternatives this value stands for; itself, if there is only one */
    public Value[] alternatives() {
        return new Value[] {this};
    }

    /** @return the words this value is made of, if it is compared word by word */
    public Token[] tokens() {
        return Token.NONE;
    }

    /** @return readable form, for explanations */
    @Override
    public abstract String toString();
}
