package org.nificrm.mapping.document;

/**
 * One mistake in a document.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901)
 * @param message what is wrong and what helps
 */
public record Problem(String pointer, String message) {

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "/" : pointer) + ": " + message;
    }
}
