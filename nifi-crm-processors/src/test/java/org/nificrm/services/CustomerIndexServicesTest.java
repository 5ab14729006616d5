package org.nificrm.services;

import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.dbcp.DBCPService;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.state.MockStateManager;
import org.apache.nifi.util.MockComponentLog;
import org.apache.nifi.util.MockConfigurationContext;
import org.apache.nifi.util.MockControllerServiceInitializationContext;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nificrm.delivery.jdbc.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CustomerIndexServicesTest {

    private final TestRunner runner = TestRunners.newTestRunner(new NoOpProcessor());
    private final PostgresCustomerIndex postgres = new PostgresCustomerIndex();

    @BeforeEach
    void addPostgresIndex() throws Exception {
        runner.addControllerService("postgres", postgres);
    }

    @Test
    void theEmbeddedIndexRemembersItsModelOverARestart(@TempDir final Path folder) throws Exception {
        final EmbeddedCustomerIndex index = new EmbeddedCustomerIndex();
        runner.addControllerService("index", index);
        runner.setProperty(index, EmbeddedCustomerIndex.INDEX_FILE, folder.resolve("a/customers.index").toString());
        runner.enableControllerService(index);
        index.store().transact(transaction -> {
            transaction.saveModel("remembered");
            return null;
        });

        runner.disableControllerService(index);
        runner.enableControllerService(index);

        assertEquals("remembered", index.store().transact(transaction -> transaction.model().orElseThrow()));
        runner.disableControllerService(index);
    }

    @Test
    void theEmbeddedIndexWarnsOnACluster(@TempDir final Path folder) throws Exception {
        final EmbeddedCustomerIndex index = new EmbeddedCustomerIndex();
        runner.addControllerService("index", index);
        runner.setProperty(index, EmbeddedCustomerIndex.INDEX_FILE, folder.resolve("customers.index").toString());
        final MockComponentLog log = new MockComponentLog("index", index);
        index.initialize(new MockControllerServiceInitializationContext(index, "index", log, new MockStateManager(index)) {
            @Override
            public boolean isConfiguredForClustering() {
                return true;
            }
        });

        runner.enableControllerService(index);

        assertEquals(1, log.getWarnMessages().size());
        runner.disableControllerService(index);
    }

    @Test
    void aTablePrefixThatIsNoPlainNameIsRefused() throws Exception {
        usePool(new FakePool(() -> {
            throw new SQLException("not asked");
        }));
        runner.setProperty(postgres, PostgresCustomerIndex.TABLE_PREFIX, "index; DROP TABLE customers");

        runner.assertNotValid(postgres);
    }

    @Test
    void verifyingCountsTheRecordsOfTheSharedIndex() throws Exception {
        usePool(new FakePool(TestDatabase.POSTGRESQL::connect));

        assertEquals(List.of(Outcome.SUCCESSFUL, Outcome.SUCCESSFUL), verify().stream().map(ConfigVerificationResult::getOutcome).toList());
    }

    @Test
    void verifyingSaysWhatToCheckWhenTheDatabaseDoesNotAnswer() throws Exception {
        usePool(new FakePool(() -> {
            throw new SQLException("connection refused", "08001");
        }));

        final ConfigVerificationResult result = verify().getFirst();

        assertEquals(Outcome.FAILED, result.getOutcome());
        assertEquals("No connection: check URL, user and password of the connection pool", result.getExplanation());
    }

    private void usePool(final FakePool pool) throws Exception {
        runner.addControllerService("pool", pool);
        runner.enableControllerService(pool);
        runner.setProperty(postgres, PostgresCustomerIndex.CONNECTION_POOL, "pool");
    }

    private List<ConfigVerificationResult> verify() {
        final MockConfigurationContext context = new MockConfigurationContext(postgres,
                Map.of(PostgresCustomerIndex.CONNECTION_POOL, "pool", PostgresCustomerIndex.TABLE_PREFIX, "crm_index"),
                runner.getProcessContext().getControllerServiceLookup(), Map.of());
        return postgres.verify(context, runner.getLogger(), Map.of());
    }

    @FunctionalInterface
    private interface Connector {
        Connection connect() throws SQLException;
    }

    private static final class FakePool extends AbstractControllerService implements DBCPService {
        private final Connector connector;

        private FakePool(final Connector connector) {
            this.connector = connector;
        }

        @Override
        public Connection getConnection() throws ProcessException {
            try {
                return connector.connect();
            } catch (final SQLException e) {
                throw new ProcessException(e);
            }
        }
    }
}
