package org.nificrm.delivery.jdbc.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Json;
import org.nificrm.delivery.convert.Unfit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** JSON, compared by what it says rather than how it is written. */
public record JsonType() implements ColumnType {

    @Override
    public JsonNode convert(final String field, final Object value) throws UnfitValueException {
        try {
            return Json.parse(value instanceof String text && isStructure(text) ? text : Json.text(value));
        } catch (final JsonProcessingException e) {
            throw Unfit.wrongType(field, "JSON");
        }
    }

    private static boolean isStructure(final String text) {
        final String stripped = text.strip();
        return stripped.startsWith("{") || stripped.startsWith("[");
    }

    @Override
    public JsonNode read(final ResultSet row, final int index) throws SQLException {
        final String text = row.getString(index);
        try {
            return text == null ? null : Json.parse(text);
        } catch (final JsonProcessingException e) {
            throw new SQLException("A JSON column holds something else", e);
        }
    }

    @Override
    public Object parameter(final Object value) {
        return value.toString();
    }
}
