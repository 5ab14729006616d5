package org.nificrm.delivery.jdbc;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.jdbc.dialect.Dialect;
import org.nificrm.delivery.jdbc.dialect.Dialects;
import org.nificrm.delivery.jdbc.table.Table;
import org.nificrm.delivery.jdbc.table.TableName;
import org.nificrm.delivery.jdbc.table.TableReader;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database that answered.
 *
 * @param connections where connections to it come from
 * @param dialect     how it is spoken to
 * @param address     its JDBC address without user, password and options
 * @param schema      in which it looks for tables without one; null if it has no schemas
 */
public record JdbcDatabase(ConnectionSource connections, Dialect dialect, String address, String schema) {

    /**
     * @throws CrmException if it does not answer or is of a kind that is not supported
     */
    public static JdbcDatabase connect(final ConnectionSource connections) throws CrmException {
        try (Connection connection = connections.open()) {
            final Dialect dialect = Dialects.of(connection).orElse(null);
            if (dialect == null) {
                throw CrmException.unavailable("DATABASE_UNSUPPORTED", "%s is not supported. Use PostgreSQL, MySQL, MariaDB or H2"
                        .formatted(connection.getMetaData().getDatabaseProductName()));
            }

            return new JdbcDatabase(connections, dialect, withoutSecrets(connection.getMetaData().getURL()), connection.getSchema());
        } catch (final SQLException e) {
            throw SqlFailures.unavailable(e);
        }
    }

    /** Options may hold a password, and so may what stands before the host. */
    private static String withoutSecrets(final String url) {
        return url == null ? "jdbc:unknown" : url.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
    }

    /**
     * @throws CrmException if there is no such table
     */
    public Table table(final String name) throws CrmException {
        try (Connection connection = connections.open()) {
            return new TableReader(connection, dialect).read(TableName.parse(name))
                    .orElseThrow(() -> CrmException.unavailable("TABLE_MISSING",
                            "%s has no table '%s' that this user sees. Create it, or set another CRM Object".formatted(address, name)));
        } catch (final IllegalArgumentException e) {
            throw new CrmException(Kind.UNAVAILABLE, "TABLE_MISSING", e.getMessage(), e);
        } catch (final SQLException e) {
            throw SqlFailures.of(e, dialect);
        }
    }
}
