package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Texts;
import org.nificrm.delivery.convert.Unfit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Text, and every type that a database reads from and shows as text. Structured values become JSON.
 *
 * @param limit  most that the column holds
 * @param bytes  whether the limit counts bytes of UTF-8 rather than characters
 * @param padded whether the database pads values with blanks, which therefore mean nothing
 */
public record TextType(long limit, boolean bytes, boolean padded) implements ColumnType {

    @Override
    public String convert(final String field, final Object value) throws UnfitValueException {
        final String written = Texts.of(value);
        final String text = padded ? written.stripTrailing() : written;
        if (text.length() > limit / (bytes ? 4 : 1)) {
            checkLength(field, text);
        }

        return text;
    }

    private void checkLength(final String field, final String text) throws UnfitValueException {
        final long length = bytes ? text.getBytes(StandardCharsets.UTF_8).length : text.codePointCount(0, text.length());
        if (length > limit) {
            throw Unfit.tooLong(field, length, limit, bytes ? "bytes" : "characters");
        }
    }

    @Override
    public String read(final ResultSet row, final int index) throws SQLException {
        final String text = row.getString(index);
        return text != null && padded ? text.stripTrailing() : text;
    }
}
