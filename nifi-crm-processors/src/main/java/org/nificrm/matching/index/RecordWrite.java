package org.nificrm.matching.index;

import org.nificrm.matching.field.SourceKey;

/**
 * A record to be kept.
 *
 * @param key         identity in its source
 * @param matchValues {@link org.nificrm.matching.field.SourceRecord#encode()}
 * @param content     the whole record in the caller's own form, from which a golden record can be built again; may be empty
 */
public record RecordWrite(SourceKey key, String matchValues, byte[] content) {
}
