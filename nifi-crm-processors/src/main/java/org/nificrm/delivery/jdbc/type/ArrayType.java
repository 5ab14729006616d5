package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Texts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Lists, each element as text. A single value is a list of one. */
public record ArrayType() implements ColumnType {

    @Override
    public List<String> convert(final String field, final Object value) throws UnfitValueException {
        return switch (value) {
            case Object[] array -> texts(Arrays.asList(array));
            case Collection<?> collection -> texts(collection);
            default -> texts(List.of(value));
        };
    }

    private static List<String> texts(final Collection<?> elements) {
        final List<String> texts = new ArrayList<>(elements.size());
        for (final Object element : elements) {
            texts.add(element == null ? null : Texts.of(element));
        }

        return Collections.unmodifiableList(texts);
    }

    @Override
    public List<String> read(final ResultSet row, final int index) throws SQLException {
        final Array array = row.getArray(index);
        return array == null ? null : texts(Arrays.asList((Object[]) array.getArray()));
    }

    @Override
    public Object parameter(final Object value) {
        return ((List<?>) value).toArray();
    }
}
