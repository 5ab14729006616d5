package org.nificrm.templates;

import java.io.IOException;

/**
 * A large table of customers, moved by all nodes of a cluster at once: the primary node cuts it into slices, every node reads, maps,
 * cleanses and writes those that it gets. Runs on a single node as well.
 */
final class ParallelMigration {

    private final FlowDefinition definition = new FlowDefinition("Parallel Migration",
            "Moves a large table of customers slice by slice, with all nodes of a cluster at once.",
            "Where the table is and where its customers go. Every value is described; set the two passwords before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Records records = Records.of(root);
        final Service source = Services.database(root, "Source Database", "Connections to the database that holds the table, of each node.");
        final Service target = Services.database(root, "Target Database", "Connections to the target CRM's database, of each node.");
        final Service client = Services.jdbcCrmClient(root, "CRM Client", "The target's table of customers as PutCrmCustomer sees it.", target);

        final Processor read = addSlices(source, records.writer());
        addStages(read, records, client);
        addLabels();
        return definition;
    }

    private void addParameters() {
        Services.addDatabaseParameters(definition, "Source Database", "legacy", "legacy_reader", "the database that holds the table.", "read the table.");
        definition
                .parameter("Source Table", "old_crm_customers", "Table to move: id, name, email, phone, city, country, status, updated_at.")
                .parameter("Slice Column", "id", "Column that the table is cut by: a whole number, unique, with an index, growing with new rows.")
                .parameter("Slice Size", "10000", "Range of the column that one query reads. The slices should be many times more than the nodes' threads.")
                .parameter("Default Region", "CN", "ISO 3166 code of the country to which phone numbers without one belong.")
                .parameter("Customer Table", "central_customers", "Target table, unique by source_system and source_id: templates/ddl/central-customers.sql.");
        Services.addDatabaseParameters(definition, "Target Database", "crm", "crm_writer", "the target CRM's database.", "select, insert and update in the table.");
        Lanes.addDirectoryParameter(definition);
    }

    private Processor addSlices(final Service source, final Service writer) {
        final Processor slice = root.processor(ComponentType.GENERATE_TABLE_FETCH, "Slice the Table", 0, 0,
                        "Makes one query for each slice and remembers how far it came, for the whole cluster. To make all slices again: stop, View state, Clear state.")
                .service("Database Connection Pooling Service", source)
                .property("db-fetch-db-type", "Generic")
                .property("Table Name", "#{Source Table}")
                .property("Maximum-value Columns", "#{Slice Column}")
                .property("gen-table-fetch-partition-size", "#{Slice Size}")
                .property("gen-table-column-for-val-partitioning", "#{Slice Column}")
                .end("failure")
                .onPrimaryNode()
                .every("1 min");
        final Processor read = root.processor(ComponentType.EXECUTE_SQL_RECORD, "Read Slice", 0, 1,
                        "Runs the queries that this node got, four at a time. A query that fails is run again until it succeeds.")
                .service("Database Connection Pooling Service", source)
                .service("esqlrecord-record-writer", writer)
                .property("esql-fetch-size", "1000")
                .property("esql-auto-commit", "false")
                .property("dbf-user-logical-types", "true")
                .concurrentTasks(4)
                .penalty("10 sec");
        root.connect(slice, read, "success").overAllNodes();
        root.connect(read, read, "failure");
        return read;
    }

    private void addStages(final Processor read, final Records records, final Service client) throws IOException {
        final CentralTable table = new CentralTable(root, records, 2);
        final Processor map = table.map(records.reader(), "old-crm-customers",
                        "The table's columns into the target's, by the mapping document. Press Verify to see it at work on a sample.")
                .concurrentTasks(2);
        final Processor cleanse = table.cleanse().concurrentTasks(2);
        final Processor put = table.put(client, "#{Customer Table}",
                        "Writes each customer once, the newest version; a slice that is read again changes nothing. While the database is away, records wait here and are tried again.")
                .concurrentTasks(4);
        root.connect(read, map, "success");
        table.connect(map, cleanse, put);
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Create the target table: templates/ddl/central-customers.sql. Each node needs the databases' drivers and a Quarantine Directory.
                2. Right-click the canvas → Parameters: the table, the databases, the two passwords.
                3. Right-click the canvas → Enable all controller services, then Start. The queue before Read Slice spreads the slices over the nodes.
                A node that fails goes on with its slices when it is back. If it never comes back, clear the state of Slice the Table:
                all slices are made again, and only what is missing is written.""", 0, -184, 1184, 152);
    }
}
