package org.nificrm.matching.index;

import org.nificrm.matching.field.SourceKey;

import java.util.UUID;

/**
 * A record as the store knows it, without its content.
 *
 * @param id          number given by the store, ascending with first arrival
 * @param key         identity in its source
 * @param entityId    the entity it belongs to
 * @param matchValues {@link org.nificrm.matching.field.SourceRecord#encode()}
 * @param revision    when its entity last changed as far as this record knows, milliseconds since 1970; that of the entity is the highest
 */
public record StoredRecord(long id, SourceKey key, UUID entityId, String matchValues, long revision) {
}
