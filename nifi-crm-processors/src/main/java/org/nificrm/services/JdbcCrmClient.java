package org.nificrm.services;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.dbcp.DBCPService;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.exception.ProcessException;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.jdbc.ConnectionSource;
import org.nificrm.delivery.jdbc.JdbcDatabase;
import org.nificrm.delivery.jdbc.JdbcTableClient;
import org.nificrm.delivery.jdbc.table.Table;

import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

@Tags({"crm", "customer", "jdbc", "database", "sql", "postgresql", "mysql", "mariadb", "h2", "upsert"})
@CapabilityDescription("""
        Tables of a relational database as a CRM: PostgreSQL, MySQL, MariaDB and H2, which is found out from the connection. Values are converted to the
        real types of the columns; what does not fit is rejected record by record and never cut. Each batch is one transaction.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class JdbcCrmClient extends AbstractControllerService implements CrmClientService, VerifiableControllerService {

    static final PropertyDescriptor CONNECTION_POOL = new PropertyDescriptor.Builder()
            .name("Database Connection Pooling Service")
            .description("Connects to the database that holds the tables")
            .identifiesControllerService(DBCPService.class)
            .required(true)
            .build();

    /** How long a change to a table may go unnoticed. */
    private static final Duration DESCRIPTION_AGE = Duration.ofMinutes(1);

    private static final List<PropertyDescriptor> PROPERTIES = List.of(CONNECTION_POOL);

    private record TableAddress(String database, String schema, String object) {
    }

    private final Cache<TableAddress, Table> tables = Caffeine.newBuilder().expireAfterWrite(DESCRIPTION_AGE).maximumSize(1000).build();
    private volatile DBCPService connectionPool;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTIES;
    }

    @OnEnabled
    public void enable(final ConfigurationContext context) {
        connectionPool = context.getProperty(CONNECTION_POOL).asControllerService(DBCPService.class);
        tables.invalidateAll();
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        final ConnectionSource connections = connections(connectionPool, attributes);
        final JdbcDatabase database = JdbcDatabase.connect(connections);
        final TableAddress address = new TableAddress(database.address(), database.schema(), target.object());
        Table table = tables.getIfPresent(address);
        if (table == null) {
            table = database.table(target.object());
            tables.put(address, table);
        }

        return new JdbcTableClient(connections, table, database.dialect(), target, database.address());
    }

    private static ConnectionSource connections(final DBCPService connectionPool, final Map<String, String> attributes) {
        return () -> {
            try {
                return connectionPool.getConnection(attributes);
            } catch (final ProcessException e) {
                throw new SQLNonTransientConnectionException("no connection from the pool: " + rootMessage(e), "08001", e);
            }
        };
    }

    private static String rootMessage(final Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }

        return root.getMessage();
    }

    @Override
    public List<ConfigVerificationResult> verify(final ConfigurationContext context, final ComponentLog logger, final Map<String, String> variables) {
        final ConfigVerificationResult.Builder result = new ConfigVerificationResult.Builder().verificationStepName("Connect to the database");
        try {
            final DBCPService pool = context.getProperty(CONNECTION_POOL).asControllerService(DBCPService.class);
            final JdbcDatabase database = JdbcDatabase.connect(connections(pool, variables));
            result.outcome(Outcome.SUCCESSFUL).explanation("Connected to %s at %s".formatted(database.dialect().name(), database.address()));
        } catch (final CrmException e) {
            result.outcome(Outcome.FAILED).explanation(e.getMessage());
        }

        return List.of(result.build());
    }
}
