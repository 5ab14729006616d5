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
 * @param content     the caller's own form of the record
 */
record SavedRecord(SourceKey key, byte[] matchValues, byte[] content) {

    byte[] encode() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + matchValues.length + content.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(key.system());
            out.writeUTF(key.id());
            write(out, matchValues);
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
            return new SavedRecord(key, matchValues, in.readNBytes(in.readInt()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
