package org.nificrm.benchmarks.bench.put;

import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.csv.CSVReader;
import org.apache.nifi.dbcp.DBCPService;
import org.apache.nifi.json.JsonRecordSetWriter;
import org.apache.nifi.processor.Processor;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.processors.standard.PutDatabaseRecord;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.schema.access.SchemaAccessUtils;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.nificrm.processors.PutCrmCustomer;
import org.nificrm.services.JdbcCrmClient;

import java.sql.Connection;
import java.sql.SQLException;

/** A processor that reads the customers as CSV, in NiFi's mock session. */
final class ProcessorContender extends Contender {

    private final CustomerTable table;
    private final TestRunner runner;
    private boolean scheduled;

    /** A connection for each FlowFile; what opening costs is the same for all. */
    private static final class ConnectionPool extends AbstractControllerService implements DBCPService {
        private final CustomerTable table;

        private ConnectionPool(final CustomerTable table) {
            this.table = table;
        }

        @Override
        public Connection getConnection() throws ProcessException {
            try {
                return table.connect();
            } catch (final SQLException e) {
                throw new ProcessException(e);
            }
        }
    }

    private ProcessorContender(final CustomerTable table, final Class<? extends Processor> type) throws InitializationException {
        super(table);
        this.table = table;
        this.runner = TestRunners.newTestRunner(type);
        final CSVReader reader = new CSVReader();
        runner.addControllerService("reader", reader);
        runner.setProperty(reader, SchemaAccessUtils.SCHEMA_ACCESS_STRATEGY, SchemaAccessUtils.SCHEMA_TEXT_PROPERTY);
        runner.setProperty(reader, SchemaAccessUtils.SCHEMA_TEXT, CustomerTable.SCHEMA);
        runner.setProperty(reader, "Skip Header Line", "true");
        runner.setProperty(reader, "Date Format", "yyyy-MM-dd");
        runner.setProperty(reader, "Timestamp Format", "yyyy-MM-dd HH:mm:ss");
        runner.enableControllerService(reader);
        final ConnectionPool pool = new ConnectionPool(table);
        runner.addControllerService("pool", pool);
        runner.enableControllerService(pool);
    }

    static Contender putCrmCustomer(final CustomerTable table) throws InitializationException {
        final ProcessorContender contender = new ProcessorContender(table, PutCrmCustomer.class);
        final TestRunner runner = contender.runner;
        final JsonRecordSetWriter writer = new JsonRecordSetWriter();
        runner.addControllerService("writer", writer);
        runner.enableControllerService(writer);
        final JdbcCrmClient client = new JdbcCrmClient();
        runner.addControllerService("client", client);
        runner.setProperty(client, "Database Connection Pooling Service", "pool");
        runner.enableControllerService(client);
        runner.setProperty("Record Reader", "reader");
        runner.setProperty("Record Writer", "writer");
        runner.setProperty("CRM Client", "client");
        runner.setProperty("CRM Object", CustomerTable.NAME);
        return contender;
    }

    static Contender putDatabaseRecord(final CustomerTable table) throws InitializationException {
        final ProcessorContender contender = new ProcessorContender(table, PutDatabaseRecord.class);
        final TestRunner runner = contender.runner;
        runner.setProperty("put-db-record-record-reader", "reader");
        runner.setProperty("put-db-record-dcbp-service", "pool");
        runner.setProperty("db-type", "PostgreSQL");
        runner.setProperty("put-db-record-statement-type", "UPSERT");
        runner.setProperty("put-db-record-table-name", CustomerTable.NAME);
        runner.setProperty("put-db-record-update-keys", "source_system,source_id");
        return contender;
    }

    @Override
    String name() {
        return runner.getProcessor().getClass().getSimpleName();
    }

    @Override
    boolean canReplay() {
        return true;
    }

    @Override
    void write() {
        runner.clearTransferState();
        runner.enqueue(table.csv());
        runner.run(1, false, !scheduled);
        scheduled = true;
        if (runner.getFlowFilesForRelationship("success").size() != 1) {
            throw new IllegalStateException(name() + " failed: " + runner.getLogger().getErrorMessages());
        }
    }
}
