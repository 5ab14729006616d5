package org.nificrm.delivery;

/** A value that a field of the CRM cannot hold. The message is meant for the record: it may quote the value. */
public class UnfitValueException extends Exception {

    private final String code;

    public UnfitValueException(final String code, final String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
