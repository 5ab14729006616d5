package org.nificrm.matching.prepare;

/**
 * A national or tax identifier.
 */
public final class IdentifierValue extends TextValue {
    private final boolean valid;

    IdentifierValue(final String folded, final boolean valid) {
        super(folded);
        this.valid = valid;
    }

    /** @return whether its check character shows that it was written down without an error */
    public boolean isValid() {
        return valid;
    }
}
