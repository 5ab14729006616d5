package org.nificrm.cleansing;

import org.nificrm.document.DocumentObject;

/**
 * What a rule is made from.
 *
 * @param options the rule's own section of the rules document
 * @param general what holds for all rules
 */
public record RuleSettings(DocumentObject options, CleansingOptions general) {
}
