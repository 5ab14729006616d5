package org.nificrm.mapping.value;

import java.util.List;
import java.util.Set;

/** The texts by which a source says "nothing". */
public final class NullTokens {

    private final Set<String> tokens;

    public NullTokens(final List<String> tokens) {
        this.tokens = Set.copyOf(tokens);
    }

    /** The value, or null if it is one of the tokens, blanks around it aside. */
    public Object apply(final Object value) {
        return value instanceof final String text && tokens.contains(text.strip()) ? null : value;
    }
}
