package org.nificrm.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A record in the terms of the CRM.
 *
 * @param key        as the CRM compares it
 * @param timestamp  when the source changed it; null if no Source Timestamp Field is configured or the record has none
 * @param values     the fields that the CRM has, converted, in the record's order; includes key and timestamp; a null clears
 * @param superseded the records that were merged into it, each with what marks it as such
 */
public record Candidate(Key key, Instant timestamp, Map<String, Object> values, List<Candidate> superseded) {
}
