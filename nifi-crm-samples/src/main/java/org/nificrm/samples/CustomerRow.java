package org.nificrm.samples;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One legacy record together with its truth.
 *
 * @param index      place in the sample, from 0: the identity of the row
 * @param customerId the customer it is about: rows with the same number are duplicates of one another
 * @param system     where the record comes from
 * @param sourceId   its key there; another row with the same key is another version of the same record
 * @param values     what a correct mapping delivers, by field of the customer schema, absent where there is nothing: dates as
 *                   ISO 8601, instants in UTC, all else as the source has it, blanks around it removed. Flawed rows list what the
 *                   source says all the same
 * @param updatedAt  when the source last changed it
 * @param superseded a newer version of the same record is in the sample
 * @param flaw       why the row must be refused, or {@link Flaw#NONE}
 * @param orders     orders of the customer, as the source nests them
 */
public record CustomerRow(long index, long customerId, LegacySystem system, String sourceId, Map<String, String> values, Instant updatedAt,
                          boolean superseded, Flaw flaw, List<OrderRow> orders) {

    /** The value a field is expected to have, or null. */
    public String value(final String field) {
        return values.get(field);
    }
}
