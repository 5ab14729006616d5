package org.nificrm.document;

import java.util.Objects;

/**
 * One thing that is wrong in a document.
 *
 * @param pointer JSON Pointer (RFC 6901) of the place; empty for the document as a whole
 * @param message what is wrong there and what helps
 */
public record DocumentProblem(String pointer, String message) {

    public DocumentProblem {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? message : pointer + ": " + message;
    }
}
