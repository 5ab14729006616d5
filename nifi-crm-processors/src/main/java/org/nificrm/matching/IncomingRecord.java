package org.nificrm.matching;

import org.nificrm.matching.field.SourceRecord;

import java.util.Objects;

/**
 * A record to be matched against everything seen before, and remembered.
 *
 * @param record  what is matched
 * @param content the whole record in the caller's own form, kept for building golden records; may be empty
 */
public record IncomingRecord(SourceRecord record, byte[] content) {
    public IncomingRecord {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(content, "content");
    }
}
