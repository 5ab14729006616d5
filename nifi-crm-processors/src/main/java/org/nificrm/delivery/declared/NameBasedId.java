package org.nificrm.delivery.declared;

import org.apache.commons.codec.digest.DigestUtils;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from a record's key, so that whoever creates the record creates the same one (RFC 9562, UUID version 5). */
final class NameBasedId {

    private static final UUID OID_NAMESPACE = UUID.fromString("6ba7b812-9dad-11d1-80b4-00c04fd430c8");

    private NameBasedId() {
    }

    static UUID of(final String object, final String key) {
        return version5(version5(OID_NAMESPACE, object), key);
    }

    static UUID version5(final UUID namespace, final String name) {
        final byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        final ByteBuffer hashed = ByteBuffer.allocate(2 * Long.BYTES + bytes.length)
                .putLong(namespace.getMostSignificantBits()).putLong(namespace.getLeastSignificantBits()).put(bytes);
        final ByteBuffer hash = ByteBuffer.wrap(DigestUtils.sha1(hashed.array()));
        return new UUID(hash.getLong() & ~0xF000L | 0x5000L, hash.getLong() & ~(3L << 62) | 1L << 63);
    }
}
