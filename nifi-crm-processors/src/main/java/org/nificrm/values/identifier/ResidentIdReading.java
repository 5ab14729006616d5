package org.nificrm.values.identifier;

/**
 * The check of a resident identity number.
 *
 * @param status what is wrong, VALID when nothing is
 * @param id what the number states, null unless the status is VALID
 * @param oldForm whether the number was written in the form of 15 digits that was given out until 1999
 */
public record ResidentIdReading(IdentifierStatus status, ResidentId id, boolean oldForm) {

    public ResidentIdReading {
        if ((status == IdentifierStatus.VALID) == (id == null)) {
            throw new IllegalArgumentException("What a number states is known when the number is valid");
        }
    }

    static ResidentIdReading invalid(final IdentifierStatus status) {
        return new ResidentIdReading(status, null, false);
    }

    /**
     * @return whether the number is in order
     */
    public boolean isValid() {
        return status == IdentifierStatus.VALID;
    }
}
