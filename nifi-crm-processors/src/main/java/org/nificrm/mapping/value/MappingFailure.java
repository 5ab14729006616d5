package org.nificrm.mapping.value;

/** A value that could not be mapped. Expected, one per bad field of a record, and therefore without a stack trace. */
public final class MappingFailure extends Exception {

    private static final int LONGEST_QUOTE = 100;

    private final FailureCode code;

    public MappingFailure(final FailureCode code, final String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public FailureCode code() {
        return code;
    }

    /** The value in quotes for a message, cut where it would drown the sentence. */
    public static String quote(final Object value) {
        final String text = String.valueOf(value);
        return text.length() <= LONGEST_QUOTE ? "'" + text + "'" : "'" + text.substring(0, LONGEST_QUOTE) + "…' (" + text.length() + " characters)";
    }
}
