package org.nificrm.values.email;

/**
 * What may be wrong with an address that is correct by its form.
 */
public enum EmailWarning {
    /** The domain looks like a well-known one with a typing error, or ends in what no domain ends in. */
    DOMAIN_TYPO,
    /** The domain hands out throw-away addresses. */
    DISPOSABLE,
    /** The address belongs to a function such as info or sales, not to a person. */
    ROLE
}
