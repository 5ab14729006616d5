package org.nificrm.samples;

import java.util.Map;

/**
 * A record whose customer is known.
 *
 * @param id     unique in its set; says nothing about the customer
 * @param truth  the customer: two records of one customer have the same
 * @param values its texts as they were written; what is missing is not there
 */
public record LabelledRecord(String id, String truth, Map<LabelledColumn, String> values) {
}
