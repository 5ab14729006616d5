package org.nificrm.values.identifier;

/**
 * What the check of an identifier says.
 */
public enum IdentifierStatus {
    VALID,
    /** Length or characters are not those of the identifier. */
    FORM,
    /** The first digits name no province. */
    REGION,
    /** The digits of the birth date are no date. */
    DATE,
    /** The check character does not fit the others: something was mistyped. */
    CHECK_CHARACTER,
    /**
     * The check character does not fit, the organization code inside does: codes given out in pilots before October 2015 look like this.
     */
    PILOT
}
