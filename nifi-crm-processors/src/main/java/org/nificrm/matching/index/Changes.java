package org.nificrm.matching.index;

import java.util.List;

/**
 * Records that are new or have new values, in the order in which that became known.
 *
 * @param records as they are now; a record that changed again comes again
 * @param end     where to read on
 */
public record Changes(List<StoredRecord> records, long end) {
}
