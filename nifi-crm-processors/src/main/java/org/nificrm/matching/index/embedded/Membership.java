package org.nificrm.matching.index.embedded;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The entity a record is in.
 *
 * @param entity   its id
 * @param revision as in {@link org.nificrm.matching.index.StoredRecord#revision()}
 */
record Membership(UUID entity, long revision) {

    byte[] encode() {
        return ByteBuffer.allocate(3 * Long.BYTES).putLong(entity.getMostSignificantBits()).putLong(entity.getLeastSignificantBits()).putLong(revision).array();
    }

    static Membership decode(final byte[] bytes) {
        final ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Membership(new UUID(buffer.getLong(), buffer.getLong()), buffer.getLong());
    }
}
