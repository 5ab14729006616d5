package org.nificrm.templates;

import java.io.IOException;

/**
 * Keeps a table in step with one that stays in use: rows changed since the last look are mapped, cleansed and written, the last
 * writer wins, and rows that the source marks as deleted are marked too and removed once no late change can bring them back.
 */
final class IncrementalSync {

    private final FlowDefinition definition = new FlowDefinition("Incremental Sync",
            "Keeps a CRM's table in step with another CRM that stays in use, by the time of each row's last change.",
            "Where the two databases are. Every value is described; set the two passwords before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Records records = Records.of(root);
        final Service source = Services.database(root, "Source Database", "Connections to the database of the CRM that stays in use.");
        final Service target = Services.database(root, "Target Database", "Connections to the database that is kept in step.");
        final Service client = Services.jdbcCrmClient(root, "CRM Client", "The target's table as PutCrmCustomer sees it.", target);
        addMainWay(records, source, client);
        addRemoval(target);
        addLabels();
        return definition;
    }

    private void addParameters() {
        Services.addDatabaseParameters(definition, "Source Database", "old_crm", "sync_reader", "the database of the CRM that stays in use.", "read the table.");
        definition
                .parameter("Source Table", "customers",
                        "Table to follow: id, first_name, last_name, email, phone, city, country, deleted (true for a row that was deleted), updated_at.")
                .parameter("Update Time Column", "updated_at", "Column that every change of a row sets to the current time. An index on it makes each look cheap.")
                .parameter("Settle Seconds", "5",
                        "Rows younger than this wait for the next look: longer than a transaction of the source takes, so that none commits behind the look.");
        Services.addDatabaseParameters(definition, "Target Database", "crm", "sync_writer", "the database that is kept in step.",
                "select, insert, update and delete in the table.");
        definition
                .parameter("Target Table", "central_customers", "Table to write, unique by source_system and source_id: templates/ddl/central-customers.sql.")
                .parameter("Default Region", "CN", "ISO 3166 code of the country to which phone numbers without one belong.")
                .parameter("Keep Deleted Days", "30", "How long a deleted customer stays in the target, marked, before its row is removed.");
        Lanes.addDirectoryParameter(definition);
    }

    private void addMainWay(final Records records, final Service source, final Service client) throws IOException {
        final Processor read = root.processor(ComponentType.QUERY_DATABASE_TABLE_RECORD, "Read Changes", 0, 0,
                        "Reads rows changed since the last look and remembers the latest time. To read all rows again: stop, View state, Clear state.")
                .service("Database Connection Pooling Service", source)
                .service("qdbtr-record-writer", records.writer())
                .property("db-fetch-db-type", "Generic")
                .property("Table Name", "#{Source Table}")
                .property("Maximum-value Columns", "#{Update Time Column}")
                .property("db-fetch-where-clause", "#{Update Time Column} < CURRENT_TIMESTAMP - INTERVAL '#{Settle Seconds}' SECOND")
                .property("Fetch Size", "1000")
                .property("qdbt-max-rows", "10000")
                .property("dbf-user-logical-types", "true")
                .onPrimaryNode()
                .every("2 sec");
        final CentralTable table = new CentralTable(root, records, 1);
        final Processor map = table.map(records.reader(), "sync-customers",
                "The source's columns into the target's, by the mapping document; a deleted row becomes the status deleted. Press Verify to see it at work.");
        final Processor cleanse = table.cleanse();
        final Processor put = table.put(client, "#{Target Table}",
                        "Writes each customer once. The last writer wins: an older version, however late it comes, changes nothing.")
                .penalty("5 sec");
        root.connect(read, map, "success");
        table.connect(map, cleanse, put);
    }

    private void addRemoval(final Service target) {
        final Processor tick = root.processor(ComponentType.GENERATE_FLOW_FILE, "Every Day", 2, 0, "Begins the removal.")
                .onPrimaryNode()
                .every("1 day");
        final Processor remove = root.processor(ComponentType.PUT_SQL, "Remove Deleted", 2, 1,
                        "Removes the rows of customers that have been deleted for long. Until then their mark keeps late changes from bringing them back.")
                .service("JDBC Connection Pool", target)
                .property("putsql-sql-statement",
                        "DELETE FROM #{Target Table} WHERE status = 'deleted' AND updated_at < CURRENT_TIMESTAMP - INTERVAL '#{Keep Deleted Days}' DAY")
                .property("Support Fragmented Transactions", "false")
                .end("success")
                .penalty("1 min");
        root.connect(tick, remove, "success");
        root.connect(remove, remove, "retry", "failure");
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Create the target table: templates/ddl/central-customers.sql. The source needs a column with the time of each row's last change.
                2. Right-click the canvas → Parameters: the two databases and their passwords.
                3. Right-click the canvas → Enable all controller services, then Start. The first look reads the whole table, the next ones what has changed.
                4. Other columns: change the mapping document in Map Customers.""", 0, -176, 1184, 136);
    }
}
