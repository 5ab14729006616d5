package org.nificrm.templates;

import java.io.IOException;

/**
 * The way of customers once they are mapped: cleansed, merged, written with their crosswalk; and the two side entrances, for
 * corrected customers and for a steward's decisions. One group below the other, the side entrances to the right, the report to the left.
 */
final class CustomerStages {

    private static final int CLEANSE = 3;
    private static final int MERGE = 5;
    private static final int WRITE = 7;

    /** Columns from the stages to the side entrances and to the report: the queue between two groups needs more room than one leaves. */
    private static final int SIDE = 2;

    private final Group root;
    private final Records records;
    private final int column;
    private final Port reports;

    /** @param column of the stages; the two on either side of it are for the side entrances and the report */
    CustomerStages(final Group root, final Records records, final int column) {
        this.root = root;
        this.records = records;
        this.column = column;
        this.reports = Report.add(root, column - SIDE, WRITE, "Migration");
    }

    static void addParameters(final FlowDefinition definition, final String sourcePriority, final String indexFile) {
        definition
                .parameter("Minimum Quality Score", "0.6",
                        "Customers with a lower quality score go to quarantine; from 0 to 1, where 0 lets every score pass.")
                .parameter("Source Priority", sourcePriority,
                        "Source systems separated by commas, the most trusted first: where records of one customer differ, its values survive.")
                .parameter("Customer Index File", indexFile,
                        "File in which NiFi remembers the customers it has seen, created with its folder. Each flow needs one of its own. About 1 GB of NiFi's memory "
                                + "for a million customers.")
                .parameter("CRM Customer Table", "new_crm_customers", "Target table of customers, one row for each.")
                .parameter("CRM Customer Key Table", "new_crm_customer_keys", "Target table that says which customer a record of a source belongs to.")
                .parameter("CRM Batch Size", "1000", "Records that one database transaction writes at most.");
        Lanes.addDirectoryParameter(definition);
        Lanes.addReportParameter(definition);
        Report.addParameters(definition);
        definition.parameter("Timeliness Objective", "5 mins",
                "How long after a change, his first arrival included, a customer should be in the CRM. The report tells which share of the customers was.");
        definition
                .parameter("Correction Directory", "/data/corrections",
                        "Folder into which corrected customers are put, as JSON in the shape of the quarantine's cleanse/customers. Create it before the start.")
                .parameter("Decision Directory", "/data/decisions",
                        "Folder into which decided pairs are put: the CSV files of the reports' merge/pairs with 'match' or 'no match' in the column decision. "
                                + "Create it before the start.");
    }

    /**
     * Builds them.
     *
     * @return where mapped customers enter
     */
    Port add(final Service crmClient) throws IOException {
        final Group cleanse = root.group("Cleanse", column, CLEANSE, "Right, complete and measured, or in quarantine with the reasons.");
        final Group merge = root.group("Merge", column, MERGE, "Records of one customer become one golden record, whichever system and file they came in.");
        final Group customers = root.group("Customers", column, WRITE, "One row for each customer, and the crosswalk from the keys of the sources.");
        final Group corrections = root.group("Corrections", column + SIDE, CLEANSE, "Quarantined customers that a person corrected come in again.");
        final Group decisions = root.group("Decisions", column + SIDE, MERGE, "What a steward decided about pairs that may be one customer.");

        final Port mapped = cleanse.inputPort("customers", 0, 0, "Customers in the shape of the target table.");
        final Port cleansed = addCleanse(cleanse, mapped);
        final Port toMerge = merge.inputPort("customers", 0, 0, "Cleansed customers, and a steward's decisions.");
        final Port golden = addMerge(merge, toMerge);
        final Port toWrite = customers.inputPort("golden records", 0, 0, "Customers, each with the source records behind it.");
        root.connect(addWriters(customers, toWrite, crmClient), reports);

        root.connect(cleansed, toMerge);
        root.connect(golden, toWrite);
        root.connect(addCorrections(corrections), mapped);
        root.connect(addDecisions(decisions), toMerge);

        return mapped;
    }

    private Port addCleanse(final Group group, final Port input) {
        final Processor cleanse = records.cleanse(group, 0, 1,
                        "Names, phones, e-mail, addresses and identity numbers put right, placeholders removed. Press Verify to see the rules at work on a sample.")
                .property("Minimum Score", "#{Minimum Quality Score}")
                .property("Issue Destination", "TOTALS")
                .concurrentTasks(2);
        final Port output = group.outputPort("customers", 0, 2, "Customers that are good enough.");
        group.connect(input, cleanse);
        group.connect(cleanse, output, "success");
        Lanes.quarantine(group, cleanse, 1, 1, "quarantine", "failure");
        Lanes.reports(group, cleanse, "Quality Reports", "reports", -1, 1,
                "One JSON report for each FlowFile: how complete and valid its customers were and are, and what was found. No personal data.", "report");
        root.connect(addReports(group, cleanse), reports);

        return output;
    }

    private static Port addReports(final Group group, final Processor stage) {
        return addReports(group, stage, 0);
    }

    private static Port addReports(final Group group, final Processor stage, final int row) {
        final Port output = group.outputPort("reports", -1, row, "What the stage did, one report a FlowFile: counts and sums, no customer's data.");
        group.connect(stage, output, "report");
        return output;
    }

    /**
     * The end of a source's group, where records become customers.
     *
     * @param read   what brings the records
     * @param reader reads them
     * @return where customers leave
     */
    Port addMapping(final Group source, final Processor read, final Service reader, final String mapping, final String comment) throws IOException {
        final Processor map = records.map(source, "Map Customers", 0, 2, reader, mapping);
        final Port output = source.outputPort("customers", 0, 3, comment);
        source.connect(read, map, "success");
        source.connect(map, output, "success");
        Lanes.quarantine(source, map, 1, 2, "invalid", "failure");
        report(source, map);

        return output;
    }

    /** Lets the report begin with what a source delivered and what its mapping made of it. */
    void report(final Group source, final Processor map) {
        root.connect(addReports(source, map, map.cell().row()), reports);
    }

    private Port addMerge(final Group group, final Port input) {
        final Service index = root.service(ComponentType.EMBEDDED_CUSTOMER_INDEX, "Customer Index",
                        "Remembers the customers of one NiFi node. On a cluster use a PostgresCustomerIndex in its place.")
                .property("Index File", "#{Customer Index File}");
        final Processor merge = group.processor(ComponentType.DEDUP_CUSTOMER, "Merge Customers", 0, 1,
                        "Finds records of one customer, by likelihood and among all seen before, and merges them field by field. Press Verify to see what agreement "
                                + "of each field is worth.")
                .service("Record Reader", records.reader())
                .service("Record Writer", records.writer())
                .property("Scope", "INDEX")
                .service("Customer Index", index)
                .property("Source Priority", "#{Source Priority}");
        final Port output = group.outputPort("golden records", 0, 2, "Customers that are new or changed, each as it is now.");
        group.connect(input, merge);
        group.connect(merge, output, "success");
        Lanes.reports(group, merge, "Merged Records", "merged", -1, 1,
                "The records that were merged, each with its golden_id and what links it to the others.", "duplicate");
        final Processor table = group.processor(ComponentType.CONVERT_RECORD, "Make Table of Pairs", 1, 1, "A table that opens in a spreadsheet.")
                .service("record-reader", records.reader())
                .service("record-writer", csvWriter())
                .property("include-zero-record-flowfiles", "false");
        group.connect(merge, table, "review");
        Lanes.reviews(group, table, "Pairs to Review", "pairs", 2, 1,
                "Pairs that may be one customer. Write 'match' or 'no match' into the column decision and put the file into the Decision Directory.", "success");
        group.connect(table, Lanes.quarantine(group, merge, 1, 2, "failure"), "failure");
        root.connect(addReports(group, merge), reports);

        return output;
    }

    private Service csvWriter() {
        return root.service(ComponentType.CSV_RECORD_SET_WRITER, "CSV Writer", "Writes tables for people.")
                .property("schema-access-strategy", "inherit-record-schema")
                .property("Schema Write Strategy", "no-schema")
                .property("CSV Format", "rfc-4180");
    }

    /** @return where the reports leave */
    private Port addWriters(final Group group, final Port input, final Service crmClient) throws IOException {
        final Processor customers = records.put(group, "Put Customers", 0, 1, crmClient, "#{CRM Customer Table}", "golden_id", "merged_at")
                .property("Superseded Records", "MARK")
                .property("Successor Field", "superseded_by")
                .concurrentTasks(2);
        final Processor fork = records.fork(group, "Fork Keys", 2, 0, records.reader(), "/sources",
                "One record for each source record of a customer, with the customer around it.");
        final Processor map = records.map(group, "Map Crosswalk", 2, 1, records.reader(), "customer-keys");
        final Processor keys = records.put(group, "Put Keys", 2, 3, crmClient, "#{CRM Customer Key Table}", "source_system, source_id", "merged_at");
        group.connect(input, customers);
        group.connect(input, fork);
        group.connect(fork, map, "fork");
        group.connect(map, keys, "success");
        Lanes.quarantine(group, map, 3, 1, "invalid", "failure");
        return addCheck(group, customers, crmClient);
    }

    /** Looks again at what was written. */
    private Port addCheck(final Group group, final Processor put, final Service crmClient) {
        final Processor check = group.processor(ComponentType.RECONCILE_CRM_CUSTOMER, "Check Customers", -1, 2,
                        "Looks up each customer that was written and compares field by field. A version that a newer one has replaced meanwhile is left to that one.")
                .service("Record Reader", records.reader())
                .service("Record Writer", records.writer())
                .service("CRM Client", crmClient)
                .property("CRM Object", "#{CRM Customer Table}")
                .property("Match Key Fields", "golden_id")
                .property("Source Timestamp Field", "merged_at")
                .property("Newer in CRM", "LEAVE_OUT")
                .property("CRM Write Time Field", "written_at")
                .property("Timeliness Objective", "#{Timeliness Objective}")
                .property("Null Values", "CLEAR")
                .penalty("10 sec")
                .end("consistent");
        group.connect(put, check, "success");
        Lanes.files(group, check, "Differing Customers", "differing", -1, 3,
                "Customers that the CRM has not, or holds otherwise: crm_differences tells each field with what was expected and found.",
                "missing", "inconsistent", "failure");
        final Port output = addReports(group, put);
        group.connect(check, output, "report");
        return output;
    }

    private Port addCorrections(final Group group) throws IOException {
        final Service reader = root.service(ComponentType.JSON_TREE_READER, "Correction Reader", "Reads JSON that a person has changed, whatever fields it has.")
                .property("schema-access-strategy", "infer-schema");
        final Processor fetch = Records.handedIn(group, "Correction Directory", "JSON");
        final Processor map = records.map(group, "Map Corrections", 0, 2, reader, "corrected-customers");
        final Port output = group.outputPort("customers", 0, 3, "Corrected customers.");
        group.connect(fetch, map, "success");
        group.connect(map, output, "success");
        Lanes.quarantine(group, map, 1, 2, "invalid", "failure");

        return output;
    }

    private Port addDecisions(final Group group) {
        final Service reader = root.service(ComponentType.CSV_READER, "Decision Reader", "Reads tables by their heading.")
                .property("schema-access-strategy", "csv-header-derived")
                .property("CSV Format", "rfc-4180")
                .property("Trim Fields", "true");
        final Processor fetch = Records.handedIn(group, "Decision Directory", "CSV");
        final Processor convert = group.processor(ComponentType.CONVERT_RECORD, "Read Decisions", 0, 2, "The table as records.")
                .service("record-reader", reader)
                .service("record-writer", records.writer())
                .property("include-zero-record-flowfiles", "false");
        final Port output = group.outputPort("decisions", 0, 3, "Pairs with what was decided.");
        group.connect(fetch, convert, "success");
        group.connect(convert, output, "success");
        Lanes.quarantine(group, convert, 1, 2, "failure");

        return output;
    }

    /** @param first number of the first stage */
    void addHeadings(final int first) {
        root.heading("%d  Cleanse".formatted(first), column, CLEANSE);
        root.heading("%d  Merge".formatted(first + 1), column, MERGE);
        root.heading("%d  Write".formatted(first + 2), column, WRITE);
        root.heading("%d  Report".formatted(first + 3), column - SIDE, WRITE);
    }

    static int writeRow() {
        return WRITE;
    }
}
