package org.nificrm.templates;

/**
 * Two systems compared: the records of a source database against what a CRM database holds, the CRM's records against the source,
 * and one report of both. Works on its own, whatever moved the records.
 */
final class Reconcile {

    private static final String DAILY = "1 day";

    private final FlowDefinition definition = new FlowDefinition("Reconcile",
            "Compares a source database with a CRM database: what is missing, what differs, what is in the CRM only, and one report of all. Writes to neither.",
            "Where the two databases are and what to compare. Every value is described; set the two passwords before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() {
        addParameters();
        final Service sourceDatabase = Services.database(root, "Source Database", "Connections to the database of the source.");
        final Service crmDatabase = Services.database(root, "CRM Database", "Connections to the database of the CRM.");
        final Service source = Services.jdbcCrmClient(root, "Source Client", "The source's table, in which the records of the CRM are looked up.", sourceDatabase);
        final Service crm = Services.jdbcCrmClient(root, "CRM Client", "The CRM's table. For a CRM behind HTTP use its own client service here.", crmDatabase);
        final Kit kit = new Kit(Services.recordReader(root), Services.recordWriter(root), sourceDatabase, crmDatabase, source, crm);

        final Port compared = addCompare(kit);
        final Port orphans = addOrphans(kit);
        final Port reports = Report.add(root, 0, 2, "Reconciliation");
        root.connect(compared, reports);
        root.connect(orphans, reports);
        addLabels();
        return definition;
    }

    private record Kit(Service reader, Service writer, Service sourceDatabase, Service crmDatabase, Service source, Service crm) {
    }

    private void addParameters() {
        Services.addDatabaseParameters(definition, "Source Database", "legacy", "legacy_reader", "the database of the source.", "read the table.");
        Services.addDatabaseParameters(definition, "CRM Database", "crm", "crm_reader", "the database of the CRM.", "read the table.");
        definition
                .parameter("Source Query", """
                                SELECT 'old_crm' AS source_system, CAST(id AS VARCHAR(100)) AS source_id, name AS full_name, email, phone, city, country, status, updated_at \
                                FROM old_crm_customers""",
                        "Reads the records of the source, each column under the name that it has in the CRM.")
                .parameter("CRM Table", "central_customers", "Table of the CRM in which they should be.")
                .parameter("CRM Key Fields", "source_system, source_id", "Columns of both that together identify a record, separated by commas.")
                .parameter("Compared Fields", "full_name, email, phone, city, country, status", "Columns of both that are compared, separated by commas.")
                .parameter("Sample Rate", "1", "Share of the records that are compared: 1 for all, 0.01 for one in a hundred, the same ones every time.")
                .parameter("CRM Query", "SELECT source_system, source_id AS id FROM central_customers WHERE source_system = 'old_crm'",
                        "Reads the keys of the CRM's records that come from this source, each column under the name that it has in the source.")
                .parameter("Source Table", "old_crm_customers", "Table of the source in which they should be.")
                .parameter("Source Key Fields", "id", "Columns of the source's table that identify a record, separated by commas.");
        Report.addParameters(definition);
        definition
                .parameter("Report Directory", "/data/report", "Folder for migration-report.html and migration-report.json. It is created if it is missing.")
                .parameter(Lanes.QUARANTINE, "/data/reconcile",
                        "Folder for the records that are missing, differ or are orphans, as JSON. It is created if it is missing; it holds customer data, so protect it.");
    }

    private Port addCompare(final Kit kit) {
        final Group group = root.group("Compare", 0, 0, "Looks up each record of the source in the CRM and compares it field by field.");
        final Processor read = addQuery(group, "Read the Source", "#{Source Query}", kit.sourceDatabase(), kit.writer());
        final Processor compare = group.processor(ComponentType.RECONCILE_CRM_CUSTOMER, "Compare with the CRM", 0, 1,
                        "Tells what is missing and what differs. Press Verify to learn whether table and columns are as they must be.")
                .service("Record Reader", kit.reader())
                .service("Record Writer", kit.writer())
                .service("CRM Client", kit.crm())
                .property("CRM Object", "#{CRM Table}")
                .property("Match Key Fields", "#{CRM Key Fields}")
                .property("Direction", "SOURCE_TO_CRM")
                .property("Compared Fields", "#{Compared Fields}")
                .property("Comparison", "EQUIVALENT")
                .property("Null Values", "CLEAR")
                .property("Sample Rate", "#{Sample Rate}")
                .property("Mask Values", "false")
                .penalty("10 sec")
                .concurrentTasks(2)
                .end("consistent");
        final Port reports = group.outputPort("reports", 0, 2, "One report a FlowFile: counts and sums, no customer's data.");
        group.connect(read, compare, "success");
        group.connect(compare, reports, "report");
        Lanes.files(group, compare, "Missing Records", "missing", -1, 1, "Records of the source that the CRM has not. PutCrmCustomer takes them as they are.", "missing");
        Lanes.files(group, compare, "Differing Records", "differing", 1, 1,
                "Records that the CRM holds otherwise: crm_differences tells each field with what was expected and found.", "inconsistent", "failure");
        return reports;
    }

    private Port addOrphans(final Kit kit) {
        final Group group = root.group("Orphans", 1, 0, "Looks up each record of the CRM in the source: what is not there is an orphan.");
        final Processor read = addQuery(group, "Read the CRM", "#{CRM Query}", kit.crmDatabase(), kit.writer());
        final Processor look = group.processor(ComponentType.RECONCILE_CRM_CUSTOMER, "Look up in the Source", 0, 1, "Only whether the source has them: no field is compared.")
                .service("Record Reader", kit.reader())
                .service("Record Writer", kit.writer())
                .service("CRM Client", kit.source())
                .property("CRM Object", "#{Source Table}")
                .property("Match Key Fields", "#{Source Key Fields}")
                .property("Direction", "CRM_TO_SOURCE")
                .property("Sample Rate", "#{Sample Rate}")
                .penalty("10 sec")
                .concurrentTasks(2)
                .end("consistent", "inconsistent");
        final Port reports = group.outputPort("reports", 0, 2, "One report a FlowFile: counts and sums, no customer's data.");
        group.connect(read, look, "success");
        group.connect(look, reports, "report");
        Lanes.files(group, look, "Orphans", "orphans", 1, 1, "Keys of the CRM's records that the source has not.", "missing", "failure");
        return reports;
    }

    private static Processor addQuery(final Group group, final String name, final String query, final Service database, final Service writer) {
        return group.processor(ComponentType.EXECUTE_SQL_RECORD, name, 0, 0,
                        "Runs once when it is started and then every day. The rows go on in FlowFiles of 10,000, so that a large table is worked on while it is read.")
                .service("Database Connection Pooling Service", database)
                .service("esqlrecord-record-writer", writer)
                .property("SQL select query", query)
                .property("esql-fetch-size", "1000")
                .property("esql-auto-commit", "false")
                .property("esql-max-rows", "10000")
                .property("esql-output-batch-size", "10")
                .property("dbf-user-logical-types", "true")
                .onPrimaryNode()
                .every(DAILY)
                .end("failure");
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Right-click the canvas → Parameters: the two databases with their passwords, the two queries, the directories.
                2. Right-click the canvas → Enable all controller services.
                3. Right-click the canvas → Start. Both queries run at once, and again every day.
                4. Open migration-report.html in the Report Directory: the verdict is its first line.
                5. Missing, differing and orphaned records are in the Quarantine Directory, each with the reason.
                For a new report stop the group Report and clear the state of Report.""", Grid.GROUP_INDENT, -264, 984, 168);
        root.heading("1  Compare", 0, 0);
        root.heading("2  Find orphans", 1, 0);
        root.heading("3  Report", 0, 2);
    }
}
