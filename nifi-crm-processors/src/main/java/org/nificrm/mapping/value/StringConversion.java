package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;

/** Any single value as text. */
public final class StringConversion implements Conversion {

    @Override
    public DataType dataType() {
        return RecordFieldType.STRING.getDataType();
    }

    @Override
    public Object convert(final Object value) throws MappingFailure {
        return ValueText.of(value);
    }
}
