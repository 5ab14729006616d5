/**
 * Generated customers whose truth is known. A {@link org.nificrm.samples.Sample} is a function of its seed and size: it lists the
 * customer rows that a correct migration delivers, the entity each row is about, and the flaw for which a row must be refused.
 * {@link org.nificrm.samples.LegacyExport} writes the same rows as four legacy systems would hand them over. A
 * {@link org.nificrm.samples.LabelledSet} lists records of persons or companies to measure matching by.
 */
package org.nificrm.samples;
