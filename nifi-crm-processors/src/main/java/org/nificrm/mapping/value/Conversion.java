package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;

/** Makes a value of one type. Implementations are immutable. */
public interface Conversion {

    /** Type of what {@link #convert} returns. */
    DataType dataType();

    /**
     * Converts one value.
     *
     * @param value never null
     * @throws MappingFailure if the value is not, without loss and without guessing, one of this type
     */
    Object convert(Object value) throws MappingFailure;
}
