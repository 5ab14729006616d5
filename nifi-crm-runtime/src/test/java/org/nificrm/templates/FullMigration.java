package org.nificrm.templates;

import java.io.IOException;
import java.util.Locale;

/**
 * Customers, orders and transactions of four legacy systems into one CRM database. One group a source reads and maps; customers are
 * cleansed and merged on their way; one group a target table writes. Every group has its main way in column 0 and its quarantine
 * to the right of it.
 */
final class FullMigration {

    private static final String MATCH_KEY = "source_system, source_id";
    private static final String TIMESTAMP = "updated_at";
    private static final String CUSTOMERS = "Customers in the shape of the target table.";

    private static final int TOP = 0;

    private final FlowDefinition definition = new FlowDefinition("Full Migration",
            "Moves customers, orders and transactions from four legacy systems into one CRM database, cleansed and without duplicates. Runs again without harm: "
                    + "what is there already is left as it is.",
            "Where the legacy systems and the CRM are. Every value is described; set the two passwords before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Kit kit = addServices();
        final CustomerStages stages = new CustomerStages(root, kit.records(), 2);

        final Port westernCrm = addWesternCrm(kit, stages);
        final Port office = addOffice(kit, stages);
        final Port oldCrm = addOldCrm(kit, stages);
        final Erp erp = addErp(kit, stages);

        final Port customers = stages.add(kit.crmClient());
        final Port orders = addTarget(kit, "Orders", 5, "#{CRM Order Table}",
                "Writes orders, tied to their customers by source_system and customer_source_id. An order never waits for its customer.");
        final Port transactions = addTarget(kit, "Transactions", 6, "#{CRM Transaction Table}",
                "Writes payments, tied to order and customer by their source keys.");

        root.connect(westernCrm, customers);
        root.connect(office, customers);
        root.connect(oldCrm, customers);
        root.connect(erp.customers(), customers);
        root.connect(erp.orders(), orders);
        root.connect(erp.transactions(), transactions);
        addLabels();
        stages.addHeadings(2);

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
                "select, insert and update in the four tables.");
        CustomerStages.addParameters(definition, "western_crm, chinese_erp, office, old_crm", "./crm_index/full_migration.index");
        definition
                .parameter("CRM Order Table", "new_crm_orders", "Target table of orders.")
                .parameter("CRM Transaction Table", "new_crm_transactions", "Target table of transactions.");
    }

    private record Kit(Service csvReader, Service sourceJsonReader, Service xmlReader, Records records, Service legacyDatabase, Service crmClient) {
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
                "The target CRM as the writers see it. Press Verify on a writer to learn whether table and match key are as they must be.", crmDatabase);

        return new Kit(csvReader, sourceJsonReader, xmlReader, Records.of(root), legacyDatabase, crmClient);
    }

    private Port addWesternCrm(final Kit kit, final CustomerStages stages) throws IOException {
        final Group group = root.group("Western CRM", 1, TOP, "CSV files: full name in one column, codes of one letter.");
        return addFiles(group, "Western CRM Directory", "CSV", kit.csvReader(), "western-crm-customers", stages);
    }

    private Port addOffice(final Kit kit, final CustomerStages stages) throws IOException {
        final Group group = root.group("Office", 2, TOP, "XML files: family and given name apart, codes in Chinese.");
        return addFiles(group, "Office Directory", "XML", kit.xmlReader(), "office-customers", stages);
    }

    private static Port addFiles(final Group group, final String directory, final String format, final Service reader, final String mapping,
            final CustomerStages stages) throws IOException {
        final Processor fetch = Records.files(group, directory, format);
        return stages.addMapping(group, fetch, reader, mapping, CUSTOMERS);
    }

    private Port addOldCrm(final Kit kit, final CustomerStages stages) throws IOException {
        final Group group = root.group("Old CRM", 3, TOP, "A database table, read in slices, several at a time.");
        final Processor query = kit.records().table(group, kit.legacyDatabase(), "#{Legacy Customer Table}", "id", "#{Legacy Table Slice}");
        return stages.addMapping(group, query, kit.records().reader(), "old-crm-customers", CUSTOMERS);
    }

    private record Erp(Port customers, Port orders, Port transactions) {
    }

    /** Three lanes beside each other, each with its quarantine: a bad order keeps back neither its customer nor its payments. */
    private Erp addErp(final Kit kit, final CustomerStages stages) throws IOException {
        final int orderLane = 2;
        final int paymentLane = 4;
        final Records records = kit.records();
        final Group group = root.group("Chinese ERP", 4, TOP, "JSON files: customers with their orders nested, orders with their payments nested.");
        final Processor fetch = Records.files(group, "Chinese ERP Directory", "JSON");
        final Processor forkOrders = records.fork(group, "Fork Orders", orderLane, 1, kit.sourceJsonReader(), "/orders",
                "One record for each order, with its customer around it. A file that cannot be read is in the customers' quarantine.");
        final Processor forkPayments = records.fork(group, "Fork Payments", paymentLane, 1, records.reader(), "/orders[0]/payments",
                "One record for each payment, with its order and customer around it.");

        final Processor mapCustomers = records.map(group, "Map Customers", 0, 2, kit.sourceJsonReader(), "chinese-erp-customers");
        final Processor mapOrders = records.map(group, "Map Orders", orderLane, 2, records.reader(), "chinese-erp-orders");
        final Processor mapPayments = records.map(group, "Map Transactions", paymentLane, 2, records.reader(), "chinese-erp-transactions");
        final Port customers = group.outputPort("customers", 0, 3, CUSTOMERS);
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
        stages.report(group, mapCustomers);

        return new Erp(customers, orders, transactions);
    }

    private Port addTarget(final Kit kit, final String name, final int column, final String table, final String comment) {
        final Group group = root.group(name, column, CustomerStages.writeRow(), comment);
        final Port input = group.inputPort(name.toLowerCase(Locale.ROOT), 0, 0, "Records in the shape of the target table.");
        final Processor put = kit.records().put(group, "Put " + name, 0, 1, kit.crmClient(), table, MATCH_KEY, TIMESTAMP);
        group.connect(input, put);

        return input;
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Create the target tables: templates/ddl. Create the Correction Directory and the Decision Directory.
                2. Right-click the canvas → Parameters: directories, databases, the two passwords.
                3. Right-click the canvas → Enable all controller services.
                4. Right-click the canvas → Start. The queues between the groups show what is under way.
                5. What could not be migrated is in the Quarantine Directory, with reasons. Correct it at its source and export it again;
                customers in its folder cleanse/customers can be corrected there and put into the Correction Directory.
                6. Pairs that may be one customer are in the Report Directory, merge/pairs. Write 'match' or 'no match' into the column decision
                and put the file into the Decision Directory.
                Starting again, or reading the same files again, changes nothing that is right already.""", Grid.GROUP_INDENT, -424, 1184, 232);
        root.heading("1  Read and map", 1, TOP);
    }
}
