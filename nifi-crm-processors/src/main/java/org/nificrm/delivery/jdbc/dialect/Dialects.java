package org.nificrm.delivery.jdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Finds out which database is spoken to. */
public final class Dialects {

    private Dialects() {
    }

    /** The dialect of the connected database; empty if there is none for it. */
    public static Optional<Dialect> of(final Connection connection) throws SQLException {
        final String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(switch (product) {
            case "postgresql" -> new PostgreSqlDialect();
            case "mysql", "mariadb" -> new MySqlDialect();
            case "h2" -> new H2Dialect();
            default -> null;
        });
    }
}
