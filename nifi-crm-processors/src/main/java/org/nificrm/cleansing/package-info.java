/**
 * Rules over records. {@link org.nificrm.cleansing.CleansingPlan} is compiled once from field roles, the rules document and options;
 * per schema it gives a {@link org.nificrm.cleansing.RecordCleanser}, which answers each record with a
 * {@link org.nificrm.cleansing.Cleansed}: a new record, what was found and done, and what is known of each field.
 *
 * <p>The rules live in {@code rules}, one small class each; what other systems know comes through {@code reference}.</p>
 */
package org.nificrm.cleansing;
