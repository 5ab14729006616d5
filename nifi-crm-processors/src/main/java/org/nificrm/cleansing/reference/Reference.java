package org.nificrm.cleansing.reference;

/**
 * One reference system, ready to be asked.
 *
 * @param spec   how it is used
 * @param client how it is reached
 */
public record Reference(ReferenceSpec spec, ReferenceClient client) {
}
