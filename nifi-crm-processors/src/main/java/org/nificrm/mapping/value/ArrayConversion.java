package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A list of values of one type; a single value is a list of one. */
public final class ArrayConversion implements Conversion {

    private final Conversion element;

    public ArrayConversion(final Conversion element) {
        this.element = element;
    }

    @Override
    public DataType dataType() {
        return RecordFieldType.ARRAY.getArrayDataType(element.dataType());
    }

    @Override
    public Object convert(final Object value) throws MappingFailure {
        final List<Object> converted = new ArrayList<>();
        for (final Object item : items(value)) {
            if (item != null) {
                converted.add(element.convert(item));
            }
        }

        return converted.toArray();
    }

    private static Collection<?> items(final Object value) {
        return switch (value) {
            case final Object[] array -> Arrays.asList(array);
            case final Collection<?> collection -> collection;
            default -> List.of(value);
        };
    }
}
