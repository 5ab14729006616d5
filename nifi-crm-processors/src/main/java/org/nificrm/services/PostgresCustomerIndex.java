package org.nificrm.services;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.Validator;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.dbcp.DBCPService;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.postgres.ConnectionSource;
import org.nificrm.matching.index.postgres.PostgresEntityStore;
import org.nificrm.matching.index.postgres.Tables;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

@Tags({"crm", "customer", "index", "deduplicate", "master data", "postgresql", "cluster"})
@CapabilityDescription("""
        Remembers customers in a PostgreSQL database (12 or newer), shared by all nodes of a cluster: two nodes that meet the same new
        customer at the same instant end with one golden record. Tables are created where they are missing.""")
@SeeAlso(EmbeddedCustomerIndex.class)
public class PostgresCustomerIndex extends AbstractControllerService implements CustomerIndexService, VerifiableControllerService {

    public static final PropertyDescriptor CONNECTION_POOL = new PropertyDescriptor.Builder()
            .name("Database Connection Pooling Service")
            .description("Connections to the PostgreSQL database. The user needs the right to create tables, or the tables must exist")
            .required(true)
            .identifiesControllerService(DBCPService.class)
            .build();

    public static final PropertyDescriptor TABLE_PREFIX = new PropertyDescriptor.Builder()
            .name("Table Prefix")
            .description("""
                    Start of the names of the index's tables, optionally after a schema and a dot. Indexes with different prefixes live beside
                    each other and know nothing of one another.""")
            .required(true)
            .defaultValue("crm_index")
            .addValidator(prefixValidator())
            .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
            .build();

    private static final int OLDEST_VERSION = 12;

    private volatile ConnectionSource connections;
    private volatile Tables tables;
    private volatile EntityStore store;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return List.of(CONNECTION_POOL, TABLE_PREFIX);
    }

    @OnEnabled
    public void configure(final ConfigurationContext context) {
        connections = connections(context);
        tables = new Tables(prefix(context));
        store = null;
    }

    /** Opened at its first use rather than when enabled: a database that is down then must not keep the service disabled. */
    @Override
    public synchronized EntityStore store() throws IOException {
        if (store == null) {
            store = new PostgresEntityStore(connections, tables);
        }

        return store;
    }

    @Override
    public List<ConfigVerificationResult> verify(final ConfigurationContext context, final ComponentLog logger, final Map<String, String> variables) {
        try (Connection connection = connections(context).open()) {
            final String product = connection.getMetaData().getDatabaseProductName();
            final int version = connection.getMetaData().getDatabaseMajorVersion();
            if (!"PostgreSQL".equals(product) || version < OLDEST_VERSION) {
                return List.of(result("Database", Outcome.FAILED, "%s %d answers; PostgreSQL %d or newer is needed".formatted(product, version, OLDEST_VERSION)));
            }
        } catch (final SQLException | ProcessException e) {
            logger.warn("The database of the customer index cannot be reached", e);
            return List.of(result("Database", Outcome.FAILED, "No connection: check URL, user and password of the connection pool"));
        }

        return List.of(result("Database", Outcome.SUCCESSFUL, "PostgreSQL answers"), verifyTables(context, logger));
    }

    private static ConfigVerificationResult verifyTables(final ConfigurationContext context, final ComponentLog logger) {
        try {
            final EntityStore opened = new PostgresEntityStore(connections(context), new Tables(prefix(context)));
            final long customers = opened.transact(transaction -> transaction.recordCount());
            return result("Tables", Outcome.SUCCESSFUL, "The index knows %,d records".formatted(customers));
        } catch (final IOException e) {
            logger.warn("The tables of the customer index cannot be used", e);
            return result("Tables", Outcome.FAILED, e.getMessage() + ": grant the user the right to create tables, or create them for it");
        }
    }

    private static ConfigVerificationResult result(final String step, final Outcome outcome, final String explanation) {
        return new ConfigVerificationResult.Builder().verificationStepName(step).outcome(outcome).explanation(explanation).build();
    }

    private static ConnectionSource connections(final ConfigurationContext context) {
        return context.getProperty(CONNECTION_POOL).asControllerService(DBCPService.class)::getConnection;
    }

    private static String prefix(final ConfigurationContext context) {
        return context.getProperty(TABLE_PREFIX).evaluateAttributeExpressions().getValue();
    }

    private static Validator prefixValidator() {
        return StandardValidators.createRegexMatchingValidator(Tables.PREFIX, true,
                "must consist of lower-case letters, digits and underscores, optionally after a schema and a dot");
    }
}
