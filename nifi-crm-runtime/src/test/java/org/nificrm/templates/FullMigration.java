package org.nificrm.templates;

import java.io.IOException;
import java.util.Locale;

/**
 * Customers, orders and transactions of four legacy systems into one CRM database. One group a source reads and maps, one group
 * a target table writes; every group has its main way in column 0 and its quarantine in column 1.
 */
final class FullMigration {

    private static final String MATCH_KEY = "source_system, source_id";
    private static final String TIMESTAMP = "updated_at";

    private static final int TOP = 0;
    private static final int BOTTOM = 3;

    private final FlowDefinition definition = new FlowDefinition("Full Migration",
            "Moves customers, orders and transactions from four legacy systems into one CRM database. Runs again without harm: "
                    + "what is there already is left as it is.",
            "Where the legacy systems and the CRM are. Every value is described; set the two passwords before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Kit kit = addServices();

        final Port westernCrm = addWesternCrm(kit);
        final Port office = addOffice(kit);
        final Port oldCrm = addOldCrm(kit);
        final Erp erp = addErp(kit);

        final Port customers = addTarget(kit, "Customers", 1, "#{CRM Customer Table}", 2,
                "Writes customers. Each leaves exactly one row, whatever arrives twice, late or out of order.");
        final Port orders = addTarget(kit, "Orders", 3, "#{CRM Order Table}", 1,
                "Writes orders, tied to their customers by source_system and customer_source_id. An order never waits for its customer.");
        final Port transactions = addTarget(kit, "Transactions", 4, "#{CRM Transaction Table}", 1,
                "Writes payments, tied to order and customer by their source keys.");

        root.connect(westernCrm, customers);
        root.connect(office, customers);
        root.connect(oldCrm, customers);
        root.connect(erp.customers(), customers);
        root.connect(erp.orders(), orders);
        root.connect(erp.transactions(), transactions);
        addLabels();

        return definition;
    }

    private void addParameters() {
        definition
                .parameter("Western CRM Directory", "/data/legacy/western_crm",
                        "Folder of the Western CRM's CSV exports (*.csv), with its subfolders. NiFi needs to read it; files stay where they are.")
                .parameter("Western CRM Encoding", "UTF-8",
                        "Character set of the CSV exports: UTF-8, windows-1252, GB18030 … JSON and XML say it themselves.")
                .parameter("Chinese ERP Directory", "/data/legacy/chinese_erp",
                        "Folder of the ERP's JSON exports (*.json), with its subfolders.")
                .parameter("Office Directory", "/data/legacy/office",
                        "Folder of the office-automation system's XML exports (*.xml), with its subfolders.");
        Services.addDatabaseParameters(definition, "Legacy Database", "legacy", "legacy_reader", "the database that holds the old CRM's customer table.",
                "read the table.");
        definition
                .parameter("Legacy Customer Table", "old_crm_customers",
                        "Table of the old CRM: id, name, email, phone, city, country, status, updated_at. Its id is a whole number.")
                .parameter("Legacy Table Slice", "10000",
                        "Range of ids that one query reads. Slices are read in parallel; a larger slice means fewer, longer queries.");
        Services.addDatabaseParameters(definition, "CRM Database", "crm", "crm_writer",
                "the target CRM's database: PostgreSQL, MySQL, MariaDB or H2. Create the tables first, see templates/ddl.",
                "select, insert and update in the three tables.");
        definition
                .parameter("CRM Customer Table", "new_crm_customers", "Target table of customers.")
                .parameter("CRM Order Table", "new_crm_orders", "Target table of orders.")
                .parameter("CRM Transaction Table", "new_crm_transactions", "Target table of transactions.")
                .parameter("CRM Batch Size", "1000", "Records that one database transaction writes at most.");
        Lanes.addDirectoryParameter(definition);
    }

    private record Kit(Service csvReader, Service sourceJsonReader, Service xmlReader, Service reader, Service writer, Service legacyDatabase,
                            Service crmClient) {
    }

    private Kit addServices() throws IOException {
        final Service csvReader = root.service(ComponentType.CSV_READER, "CSV Reader",
                        "Reads the Western CRM's export. All fields are text: the mapping decides types, so that no leading zero of a postal code is lost.")
                .property("schema-access-strategy", "csv-header-derived")
                .property("CSV Format", "rfc-4180")
                .property("Trim Fields", "true")
                .property("csvutils-character-set", "#{Western CRM Encoding}");
        final Service sourceJsonReader = root.service(ComponentType.JSON_TREE_READER, "ERP JSON Reader",
                        "Reads the ERP's export. The fields are listed: a file is read only once, and what stands before a broken place in it arrives.")
                .property("schema-access-strategy", "schema-text-property")
                .property("schema-text", Template.schema("chinese-erp-customer"))
                .property("Max String Length", Services.LONGEST_TEXT);
        final Service xmlReader = root.service(ComponentType.XML_READER, "XML Reader",
                        "Reads the office system's export: one record for each <contact>. The fields are listed, all of them text, so that no number is guessed.")
                .property("schema-access-strategy", "schema-text-property")
                .property("schema-text", Template.schema("office-contact"))
                .property("record_format", "true")
                .property("parse_xml_attributes", "true");
        final Service legacyDatabase = Services.database(root, "Legacy Database", "Connections to the database of the old CRM.");
        final Service crmDatabase = Services.database(root, "CRM Database", "Connections to the database of the target CRM.");
        final Service crmClient = Services.jdbcCrmClient(root, "CRM Client",
                "The target CRM as the three writers see it. Press Verify on a writer to learn whether table and match key are as they must be.", crmDatabase);

        return new Kit(csvReader, sourceJsonReader, xmlReader, Services.recordReader(root), Services.recordWriter(root), legacyDatabase, crmClient);
    }

    private Port addWesternCrm(final Kit kit) throws IOException {
        final Group group = root.group("Western CRM", 0, TOP, "CSV files: full name in one column, codes of one letter.");
        return addFiles(group, "Western CRM Directory", "CSV", kit.csvReader(), "western-crm-customers", kit);
    }

    private Port addOffice(final Kit kit) throws IOException {
        final Group group = root.group("Office", 1, TOP, "XML files: family and given name apart, codes in Chinese.");
        return addFiles(group, "Office Directory", "XML", kit.xmlReader(), "office-customers", kit);
    }

    private static Port addFiles(final Group group, final String directory, final String format, final Service reader, final String mapping,
                                 final Kit kit) throws IOException {
        final Processor fetch = addFileSource(group, directory, format);
        final Processor map = addMap(group, "Map Customers", 0, 2, reader, mapping, kit);
        final Port output = group.outputPort("customers", 0, 3, "Customers in the shape of the target table.");
        group.connect(fetch, map, "success");
        group.connect(map, output, "success");
        Lanes.quarantine(group, map, 1, 2, "invalid", "failure");

        return output;
    }

    private static Processor addFileSource(final Group group, final String directory, final String format) {
        final Processor list = group.processor(ComponentType.LIST_FILE, "List " + format + " Files", 0, 0,
                        "Finds new and changed files and remembers the ones it has seen. To read all of them again: stop, View state, Clear state.")
                .property("Input Directory", "#{%s}".formatted(directory))
                .property("File Filter", "(?i).*\\.%s".formatted(format.toLowerCase(Locale.ROOT)))
                .property("Recurse Subdirectories", "true")
                .property("Minimum File Age", "1 sec")
                .onPrimaryNode()
                .every("5 sec");
        final Processor fetch = group.processor(ComponentType.FETCH_FILE, "Fetch " + format + " File", 0, 1,
                        "Reads one file; it stays where it is. A file that cannot be read is tried again until it can; one that is gone is dropped with a bulletin.")
                .end("not.found")
                .penalty("10 sec");
        group.connect(list, fetch, "success");
        group.connect(fetch, fetch, "failure", "permission.denied");

        return fetch;
    }

    private Port addOldCrm(final Kit kit) throws IOException {
        final Group group = root.group("Old CRM", 2, TOP, "A database table, read in slices, several at a time.");
        final Processor slice = group.processor(ComponentType.GENERATE_TABLE_FETCH, "Slice the Table", 0, 0,
                        "Makes one query for each range of ids and remembers the highest id, so that the next run finds only what is new.")
                .service("Database Connection Pooling Service", kit.legacyDatabase())
                .property("db-fetch-db-type", "Generic")
                .property("Table Name", "#{Legacy Customer Table}")
                .property("Maximum-value Columns", "id")
                .property("gen-table-fetch-partition-size", "#{Legacy Table Slice}")
                .property("gen-table-column-for-val-partitioning", "id")
                .end("failure")
                .onPrimaryNode()
                .every("1 min");
        final Processor query = group.processor(ComponentType.EXECUTE_SQL_RECORD, "Read Slice", 0, 1,
                        "Runs the queries, two at a time. A query that fails, because the database is away, is run again until it succeeds.")
                .service("Database Connection Pooling Service", kit.legacyDatabase())
                .service("esqlrecord-record-writer", kit.writer())
                .property("esql-fetch-size", "1000")
                .property("esql-auto-commit", "false")
                .property("dbf-user-logical-types", "true")
                .concurrentTasks(2)
                .penalty("10 sec");
        final Processor map = addMap(group, "Map Customers", 0, 2, kit.reader(), "old-crm-customers", kit);
        final Port output = group.outputPort("customers", 0, 3, "Customers in the shape of the target table.");
        group.connect(slice, query, "success");
        group.connect(query, query, "failure");
        group.connect(query, map, "success");
        group.connect(map, output, "success");
        Lanes.quarantine(group, map, 1, 2, "invalid", "failure");

        return output;
    }

    private record Erp(Port customers, Port orders, Port transactions) {
    }

    /** Three lanes beside each other, each with its quarantine: a bad order keeps back neither its customer nor its payments. */
    private Erp addErp(final Kit kit) throws IOException {
        final int orderLane = 2;
        final int paymentLane = 4;
        final Group group = root.group("Chinese ERP", 3, TOP, "JSON files: customers with their orders nested, orders with their payments nested.");
        final Processor fetch = addFileSource(group, "Chinese ERP Directory", "JSON");
        final Processor forkOrders = addFork(group, "Fork Orders", orderLane, kit.sourceJsonReader(), "/orders",
                "One record for each order, with its customer around it. A file that cannot be read is in the customers' quarantine.", kit);
        final Processor forkPayments = addFork(group, "Fork Payments", paymentLane, kit.reader(), "/orders[0]/payments",
                "One record for each payment, with its order and customer around it.", kit);

        final Processor mapCustomers = addMap(group, "Map Customers", 0, 2, kit.sourceJsonReader(), "chinese-erp-customers", kit);
        final Processor mapOrders = addMap(group, "Map Orders", orderLane, 2, kit.reader(), "chinese-erp-orders", kit);
        final Processor mapPayments = addMap(group, "Map Transactions", paymentLane, 2, kit.reader(), "chinese-erp-transactions", kit);
        final Port customers = group.outputPort("customers", 0, 3, "Customers in the shape of the target table.");
        final Port orders = group.outputPort("orders", orderLane, 3, "Orders in the shape of the target table.");
        final Port transactions = group.outputPort("transactions", paymentLane, 3, "Payments in the shape of the target table.");

        group.connect(fetch, mapCustomers, "success");
        group.connect(fetch, forkOrders, "success");
        group.connect(forkOrders, mapOrders, "fork");
        group.connect(forkOrders, forkPayments, "fork");
        group.connect(forkPayments, mapPayments, "fork");
        group.connect(mapCustomers, customers, "success");
        group.connect(mapOrders, orders, "success");
        group.connect(mapPayments, transactions, "success");
        Lanes.quarantine(group, mapCustomers, 1, 2, "invalid", "failure");
        Lanes.quarantine(group, mapOrders, orderLane + 1, 2, "invalid", "failure");
        Lanes.quarantine(group, mapPayments, paymentLane + 1, 2, "invalid", "failure");

        return new Erp(customers, orders, transactions);
    }

    private static Processor addFork(final Group group, final String name, final int column, final Service reader, final String path, final String comment,
                                     final Kit kit) {
        return group.processor(ComponentType.FORK_RECORD, name, column, 1, comment)
                .service("record-reader", reader)
                .service("record-writer", kit.writer())
                .property("fork-mode", "split")
                .property("include-parent-fields", "false")
                .dynamicProperty("path", path)
                .end("original", "failure");
    }

    private static Processor addMap(final Group group, final String name, final int column, final int row, final Service reader, final String mapping,
                                    final Kit kit) throws IOException {
        return group.processor(ComponentType.MAP_TO_CRM_SCHEMA, name, column, row,
                        "The source's fields into the target's, by the mapping document. Press Verify to see it at work on a sample.")
                .service("Record Reader", reader)
                .service("Record Writer", kit.writer())
                .property("Mapping Document", Template.mapping(mapping))
                .concurrentTasks(2);
    }

    private Port addTarget(final Kit kit, final String name, final int column, final String table, final int tasks, final String comment) {
        final Group group = root.group(name, column, BOTTOM, comment);
        final Port input = group.inputPort(name.toLowerCase(Locale.ROOT), 0, 0, "Records in the shape of the target table.");
        final Processor put = group.processor(ComponentType.PUT_CRM_CUSTOMER, "Put " + name, 0, 1,
                        "Writes each record once, the newest version as a whole, its blanks included; an older one is set aside as superseded. While the database is away, records wait here and are tried again.")
                .service("Record Reader", kit.reader())
                .service("Record Writer", kit.writer())
                .service("CRM Client", kit.crmClient())
                .property("CRM Object", table)
                .property("Match Key Fields", MATCH_KEY)
                .property("Source Timestamp Field", TIMESTAMP)
                .property("Conflict Policy", "LAST_WRITER_WINS")
                .property("Write Mode", "UPSERT")
                .property("Null Values", "CLEAR")
                .property("Batch Size", "#{CRM Batch Size}")
                .property("Maximum Attempts", "3")
                .property("Dry Run", "false")
                .end("success")
                .retry(10, "retry")
                .penalty("10 sec")
                .concurrentTasks(tasks);
        group.connect(input, put);
        group.connect(put, put, "retry");
        Lanes.quarantine(group, put, 1, 1, "rejected", "failure");
        Lanes.files(group, put, "Superseded", "superseded", 0, 2,
                "Records that lost against what the CRM holds: an older version of the same record. For information; nothing is to be done.", "conflict");

        return input;
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Create the target tables: templates/ddl.
                2. Right-click the canvas → Parameters: directories, databases, the two passwords.
                3. Right-click the canvas → Enable all controller services.
                4. Right-click the canvas → Start. The queues between the groups show what is under way.
                5. What could not be migrated is in the Quarantine Directory, with reasons; correct it and hand it in again.
                Starting again, or reading the same files again, changes nothing that is right already.""", 0, -264, 1184, 168);
        root.heading("1  Read and map", 0, -64, Grid.GROUP_WIDTH);
        root.heading("2  Write", 0, BOTTOM * Grid.ROW_HEIGHT, Grid.GROUP_WIDTH);
    }
}
