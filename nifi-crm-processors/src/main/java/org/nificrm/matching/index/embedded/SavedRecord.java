package org.nificrm.matching.index.embedded;

import org.nificrm.matching.field.SourceKey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A record as it stands in the file; its entity stands apart, since that changes more often.
 *
 * @param key         identity in its source
 * @param matchValues UTF-8
 * @param blockKeys   all keys it is filed under
 * @param content     the caller's own form of the record
 */
record SavedRecord(SourceKey key, byte[] matchValues, long[] blockKeys, byte[] content) {

    byte[] encode() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + matchValues.length + 8 * blockKeys.length + content.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(key.system());
            out.writeUTF(key.id());
            write(out, matchValues);
            out.writeInt(blockKeys.length);
            for (final long blockKey : blockKeys) {
                out.writeLong(blockKey);
            }

            write(out, content);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }

        return bytes.toByteArray();
    }

    private static void write(final DataOutputStream out, final byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static SavedRecord decode(final byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            final SourceKey key = new SourceKey(in.readUTF(), in.readUTF());
            final byte[] matchValues = in.readNBytes(in.readInt());
            final long[] blockKeys = new long[in.readInt()];
            for (int i = 0; i < blockKeys.length; i++) {
                blockKeys[i] = in.readLong();
            }

            return new SavedRecord(key, matchValues, blockKeys, in.readNBytes(in.readInt()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
