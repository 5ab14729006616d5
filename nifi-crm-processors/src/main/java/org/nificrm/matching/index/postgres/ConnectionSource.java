package org.nificrm.matching.index.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from; each is closed by whoever asked for it. */
@FunctionalInterface
public interface ConnectionSource {

    Connection open() throws SQLException;
}
