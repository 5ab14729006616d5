package org.nificrm.mapping;

/** No mapping of the document is for these records; the message says what the document knows. */
public final class UnknownSourceException extends Exception {

    public UnknownSourceException(final String message) {
        super(message);
    }
}
