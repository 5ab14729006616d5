package org.nificrm.matching.index;

import org.nificrm.matching.field.SourceKey;

import java.util.UUID;

/**
 * A record to be kept.
 *
 * @param key         identity in its source
 * @param entityId    the entity it belongs to
 * @param matchValues {@link org.nificrm.matching.field.SourceRecord#encode()}
 * @param blockKeys   distinct keys it is found by
 * @param revision    as in {@link StoredRecord#revision()}
 * @param content     the whole record in the caller's own form, from which a golden record can be built again; may be empty
 */
public record RecordWrite(SourceKey key, UUID entityId, String matchValues, long[] blockKeys, long revision, byte[] content) {
}
