package org.nificrm.matching.prepare;

import org.nificrm.matching.field.SourceKey;

/**
 * A record ready to be compared. Profiles share the values they have in common.
 */
public final class Profile {
    private final SourceKey key;
    private final Value[] values;
    private final Generation generation;
    private final Kind kind;

    Profile(final SourceKey key, final Value[] values, final Generation generation, final Kind kind) {
        this.key = key;
        this.values = values;
        this.generation = generation;
        this.kind = kind;
    }

    public SourceKey key() {
        return key;
    }

    /** @return the value of the attribute with this index, null if missing */
    public Value value(final int attribute) {
        return values[attribute];
    }

    /** @return number of attributes */
    public int size() {
        return values.length;
    }

    public Generation generation() {
        return generation;
    }

    public Kind kind() {
        return kind;
    }

    /** What a suffix says about namesakes in one family. */
    public enum Generation {
        UNKNOWN,
        SENIOR,
        JUNIOR,
        SECOND,
        THIRD,
        FOURTH
    }

    /** What the record describes, as far as its names tell. */
    public enum Kind {
        PERSON,
        COMPANY,
        UNKNOWN
    }
}
