package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Which values a column holds. What is written and what is read are of one Java class a type, and compare by equals. */
public interface ColumnType {

    /**
     * @param field name of the field, for the message
     * @param value not null
     * @return the value as the column will hold it, without loss
     * @throws UnfitValueException if the column cannot hold it
     */
    Object convert(String field, Object value) throws UnfitValueException;

    /** The value of a column of the current row, or null. */
    Object read(ResultSet row, int index) throws SQLException;

    /** What a driver takes for a value that was converted. */
    default Object parameter(final Object value) {
        return value;
    }
}
