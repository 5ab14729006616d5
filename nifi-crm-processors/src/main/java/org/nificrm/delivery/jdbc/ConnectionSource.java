package org.nificrm.delivery.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. */
@FunctionalInterface
public interface ConnectionSource {

    /** A connection for the caller alone, who closes it. */
    Connection open() throws SQLException;
}
