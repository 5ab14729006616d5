package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Unfit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Bytes, at most {@code limit}. */
public record BinaryType(long limit) implements ColumnType {

    @Override
    public ByteBuffer convert(final String field, final Object value) throws UnfitValueException {
        final ByteBuffer bytes = switch (value) {
            case byte[] array -> ByteBuffer.wrap(array);
            case ByteBuffer buffer -> buffer;
            case Object[] array -> ByteBuffer.wrap(unbox(field, array));
            default -> throw Unfit.wrongType(field, "array of bytes");
        };
        if (bytes.remaining() > limit) {
            throw Unfit.tooLong(field, bytes.remaining(), limit, "bytes");
        }

        return bytes;
    }

    private static byte[] unbox(final String field, final Object[] array) throws UnfitValueException {
        final byte[] bytes = new byte[array.length];
        for (int i = 0; i < array.length; i++) {
            if (!(array[i] instanceof Number number)) {
                throw Unfit.wrongType(field, "array of bytes");
            }

            bytes[i] = number.byteValue();
        }

        return bytes;
    }

    @Override
    public ByteBuffer read(final ResultSet row, final int index) throws SQLException {
        final byte[] bytes = row.getBytes(index);
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    @Override
    public Object parameter(final Object value) {
        return bytes((ByteBuffer) value);
    }

    /** A copy of what the buffer holds. */
    public static byte[] bytes(final ByteBuffer buffer) {
        final byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
