package org.nificrm.templates;

/**
 * Tables into files with a manifest, and back again. The snapshot of a table is what one query sees; its manifest is written last, so
 * that a snapshot without one is known to be incomplete. A file that is not what the manifest says is not restored.
 */
final class BackupRestore {

    private static final String DATE = "yyyy-MM-dd";
    private static final String TIMESTAMP = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX";
    private static final String SNAPSHOT = "#{Snapshot Directory}/${snapshot}";
    private static final String MANIFEST = "${table}.manifest.json";
    private static final String CHECKSUM = "'content_SHA-256'";

    /** A JSON number passes through binary floating point when it is read, a text does not. \x7B and \x7D are braces, which would end the expression. */
    private static final String DECIMALS_AS_TEXT = "${avro.schema:replaceAll('\\x7B\"type\":\"bytes\",\"logicalType\":\"decimal\"[^\\x7D]*\\x7D', '\"string\"')}";

    private final FlowDefinition definition = new FlowDefinition("Backup and Restore",
            "Keeps a snapshot of database tables in files, with checksums, and brings their rows back to what they were.",
            "Which tables, and where their snapshots are. Every value is described; set the password before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() {
        addParameters();
        final Service reader = root.service(ComponentType.JSON_TREE_READER, "Snapshot Reader", "Reads the files of a snapshot, by the schema that their manifest holds.")
                .property("schema-access-strategy", "schema-text-property")
                .property("schema-text", "${avro.schema}")
                .property("Date Format", DATE)
                .property("Timestamp Format", TIMESTAMP)
                .property("Max String Length", Services.LONGEST_TEXT);
        final Service columnWriter = root.service(ComponentType.JSON_RECORD_SET_WRITER, "Column Writer", "Tells the columns of a table in the attribute avro.schema.")
                .property("schema-access-strategy", "inherit-record-schema")
                .property("Schema Write Strategy", "full-schema-attribute");
        final Service writer = root.service(ComponentType.JSON_RECORD_SET_WRITER, "Snapshot Writer",
                        "Writes rows, one a line, by the schema in the attribute avro.schema; times to the microsecond, with their offset.")
                .property("schema-access-strategy", "schema-text-property")
                .property("schema-text", "${avro.schema}")
                .property("Schema Write Strategy", "full-schema-attribute")
                .property("output-grouping", "output-oneline")
                .property("Date Format", DATE)
                .property("Timestamp Format", TIMESTAMP);
        final Service outcomeWriter = Services.recordWriter(root);
        final Service database = Services.database(root, "CRM Database", "Connections to the database whose tables are kept.");
        final Service client = Services.jdbcCrmClient(root, "CRM Client", "The tables as PutCrmCustomer sees them.", database);

        addBackup(database, columnWriter, writer);
        addRestore(reader, outcomeWriter, client);
        addLabels();
        return definition;
    }

    private void addParameters() {
        definition
                .parameter("Tables", "new_crm_customers (golden_id); new_crm_customer_keys (source_system, source_id); new_crm_orders (source_system, source_id); "
                                + "new_crm_transactions (source_system, source_id)",
                        "Tables, separated by semicolons, each with the columns that identify a row and that no two rows share.")
                .parameter("Snapshot Directory", "/data/snapshots",
                        "Folder of the snapshots, each in a folder of its own. In a cluster one that all nodes see. It is created if it is missing; it holds customer data, so protect it.")
                .parameter("Snapshot to Restore", "none", "Name of the snapshot's folder, such as 20240401-080000: when it was taken, in UTC.")
                .parameter("Rows per File", "50000", "Rows that one file of a snapshot holds at most.");
        Services.addDatabaseParameters(definition, "CRM Database", "crm", "crm_writer", "the database that holds the tables.",
                "select, insert and update in the tables.");
        Lanes.addDirectoryParameter(definition);
    }

    private void addBackup(final Service database, final Service columnWriter, final Service writer) {
        final Group group = root.group("Back Up", 0, 0, "Takes a snapshot of each table: files of rows, and a manifest when all of them are there.");
        final Processor begin = group.processor(ComponentType.GENERATE_FLOW_FILE, "Begin Snapshot", 0, 0, "Begins a snapshot when it is started, and then every day. How often is its run schedule.")
                .property("generate-ff-custom-text", "#{Tables}")
                .dynamicProperty("snapshot", "${now():format('yyyyMMdd-HHmmss', 'UTC')}")
                .dynamicProperty("snapshot.time", "${now():format(\"yyyy-MM-dd'T'HH:mm:ss'Z'\", 'UTC')}")
                .onPrimaryNode()
                .every("1 day");
        final Processor table = addTables(group, begin);
        final Processor columns = readTable(group, "Read Columns", 3, "WHERE 1 = 0", "Asks for the table's columns: a query that finds no row.", database, columnWriter);
        final Processor decimals = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Keep Decimals", 0, 4, "Lets decimals be written as texts, so that none of their digits is lost on the way back.")
                .property("Store State", "Do not store state")
                .dynamicProperty("avro.schema", DECIMALS_AS_TEXT);
        final Processor rows = readTable(group, "Read Rows", 5, "", "All rows by one query, which sees the table as it is at one moment. They never stand in memory together.", database, writer)
                .property("esql-max-rows", "#{Rows per File}");
        final Processor checksum = addChecksum(group, 6, "What the manifest will hold against the file.");
        final Processor name = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Name File", 0, 7, "Table and number: customers-0.json.")
                .property("Store State", "Do not store state")
                .dynamicProperty("filename", "${table}-${fragment.index}.json");
        final Processor keep = keepFile(group, "Keep File", 8, "Writes the file into the folder of the snapshot.");
        final Processor entry = group.processor(ComponentType.REPLACE_TEXT, "Describe File", 0, 9, "What the manifest says of the file.")
                .property("Replacement Strategy", "Always Replace")
                .property("Replacement Value", "{\"file\": \"${filename}\", \"rows\": ${record.count}, \"sha256\": \"${%s}\"}".formatted(CHECKSUM))
                .property("Evaluation Mode", "Entire text");
        final Processor merge = group.processor(ComponentType.MERGE_CONTENT, "Write Manifest", 0, 10, "Waits for all files of the table.")
                .property("Merge Strategy", "Defragment")
                .property("Merge Format", "Binary Concatenation")
                .property("Delimiter Strategy", "Text")
                .property("Header File", "{\"table\": \"${table}\", \"time\": \"${snapshot.time}\", \"schema\": ${avro.schema}, \"files\": [\n")
                .property("Demarcator File", ",\n")
                .property("Footer File", "\n]}\n")
                .property("Maximum number of Bins", "1000")
                .end("original");
        final Processor nameManifest = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Name Manifest", 0, 11, "One for each table.")
                .property("Store State", "Do not store state")
                .dynamicProperty("filename", MANIFEST);
        final Processor keepManifest = keepFile(group, "Keep Manifest", 12, "The snapshot of the table is complete.")
                .end("success");
        group.connect(table, columns, "matched");
        group.connect(columns, decimals, "success");
        group.connect(decimals, rows, "success");
        group.connect(rows, checksum, "success");
        group.connect(checksum, name, "success");
        group.connect(name, keep, "success");
        group.connect(keep, entry, "success");
        group.connect(entry, merge, "success");
        group.connect(merge, nameManifest, "merged");
        group.connect(nameManifest, keepManifest, "success");
        final Processor lost = Lanes.files(group, entry, "Lost Entries", "lost", 1, 10,
                "Entries without a manifest. That snapshot is incomplete: take another one.", "failure");
        group.connect(merge, lost, "failure");
    }

    /** One FlowFile for each table, with the attributes table and match.key. */
    private static Processor addTables(final Group group, final Processor begin) {
        final Processor split = group.processor(ComponentType.SPLIT_CONTENT, "One by One", 0, 1, "One FlowFile for each table.")
                .property("Byte Sequence Format", "Text")
                .property("Byte Sequence", ";")
                .end("original");
        final Processor name = group.processor(ComponentType.EXTRACT_TEXT, "Name Table", 0, 2, "The table's name and the columns that identify a row.")
                .property("Include Capture Group 0", "false")
                .dynamicProperty("table", "^\\s*([^\\s(]+)")
                .dynamicProperty("match.key", "\\(([^)]+)\\)")
                .end("unmatched");
        group.connect(begin, split, "success");
        group.connect(split, name, "splits");
        return name;
    }

    private static Processor readTable(final Group group, final String name, final int row, final String condition, final String comment, final Service database,
            final Service writer) {
        final Processor read = group.processor(ComponentType.EXECUTE_SQL_RECORD, name, 0, row, comment + " A query that fails is run again until it succeeds.")
                .service("Database Connection Pooling Service", database)
                .service("esqlrecord-record-writer", writer)
                .property("SQL Query", "SELECT * FROM ${table} %s".formatted(condition).strip())
                .property("esql-fetch-size", "1000")
                .property("esql-auto-commit", "false")
                .property("dbf-user-logical-types", "true")
                .penalty("10 sec");
        group.connect(read, read, "failure");
        return read;
    }

    private static Processor addChecksum(final Group group, final int row, final String comment) {
        final Processor checksum = group.processor(ComponentType.CRYPTOGRAPHIC_HASH_CONTENT, "Checksum", 0, row, comment)
                .property("hash_algorithm", "SHA-256");
        group.connect(checksum, checksum, "failure");
        return checksum;
    }

    private static Processor keepFile(final Group group, final String name, final int row, final String comment) {
        final Processor keep = group.processor(ComponentType.PUT_FILE, name, 0, row, comment)
                .property("Directory", SNAPSHOT)
                .property("Conflict Resolution Strategy", "replace")
                .penalty("10 sec");
        group.connect(keep, keep, "failure");
        return keep;
    }

    private void addRestore(final Service reader, final Service outcomeWriter, final Service client) {
        final Group group = root.group("Restore", 0, 1, "Brings the rows of a snapshot back. Does nothing until a person lets Begin Restore run once.");
        final Processor begin = group.processor(ComponentType.GENERATE_FLOW_FILE, "Begin Restore", 0, 0,
                        "Disabled, so that nobody restores by accident. To restore: enable it, then right-click → Run Once.")
                .property("generate-ff-custom-text", "#{Tables}")
                .dynamicProperty("snapshot", "#{Snapshot to Restore}")
                .onPrimaryNode()
                .every("1 day")
                .disabled();
        final Processor table = addTables(group, begin);
        final Processor fetchManifest = group.processor(ComponentType.FETCH_FILE, "Fetch Manifest", 0, 3, "A table without a manifest has no complete snapshot.")
                .property("File to Fetch", SNAPSHOT + "/" + MANIFEST);
        final Processor schema = group.processor(ComponentType.EVALUATE_JSON_PATH, "Read Schema", 0, 4, "The table's columns as they were.")
                .property("Destination", "flowfile-attribute")
                .property("Return Type", "json")
                .property("Path Not Found Behavior", "warn")
                .dynamicProperty("avro.schema", "$.schema");
        final Processor split = group.processor(ComponentType.SPLIT_JSON, "Read Entries", 0, 5, "One FlowFile for each file of the snapshot.")
                .property("JsonPath Expression", "$.files")
                .end("original");
        final Processor entry = group.processor(ComponentType.EVALUATE_JSON_PATH, "Read Entry", 0, 6, "The file's name and what its checksum was.")
                .property("Destination", "flowfile-attribute")
                .property("Return Type", "scalar")
                .property("Path Not Found Behavior", "warn")
                .dynamicProperty("file", "$.file")
                .dynamicProperty("file.sha256", "$.sha256");
        final Processor fetch = group.processor(ComponentType.FETCH_FILE, "Fetch File", 0, 7, "Reads one file of the snapshot.")
                .property("File to Fetch", SNAPSHOT + "/${file}");
        final Processor checksum = addChecksum(group, 8, "What the file is now.");
        final Processor compare = group.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "Compare", 0, 9, "Lets through only what is as the manifest says.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("intact", "${%s:equals(${file.sha256})}".formatted(CHECKSUM));
        final Processor put = group.processor(ComponentType.PUT_CRM_CUSTOMER, "Put Rows", 0, 10,
                        "Writes each row as it was, its blanks included. Rows that are as they were are left alone. While the database is away, rows wait here and are tried again.")
                .service("Record Reader", reader)
                .service("Record Writer", outcomeWriter)
                .service("CRM Client", client)
                .property("CRM Object", "${table}")
                .property("Match Key Fields", "${match.key}")
                .property("Conflict Policy", "SOURCE_WINS")
                .property("Null Values", "CLEAR")
                .end("success")
                .retry(10, "retry")
                .penalty("10 sec");
        final Processor refuse = group.processor(ComponentType.LOG_MESSAGE, "Refuse", 1, 9, "Tells what is not restored, as an error.")
                .property("log-level", "error")
                .property("log-message", "Snapshot ${snapshot}, table ${table}: ${file:isEmpty():ifElse('its manifest', ${file})} is missing, cannot be read or is not what the "
                        + "manifest says. Nothing of it was restored. Take it from another copy of the snapshot and restore again");
        group.connect(table, fetchManifest, "matched");
        group.connect(fetchManifest, schema, "success");
        group.connect(schema, split, "matched");
        group.connect(split, entry, "split");
        group.connect(entry, fetch, "matched");
        group.connect(fetch, checksum, "success");
        group.connect(checksum, compare, "success");
        group.connect(compare, put, "intact");
        group.connect(put, put, "retry");
        group.connect(fetchManifest, refuse, "not.found", "permission.denied", "failure");
        group.connect(schema, refuse, "unmatched", "failure");
        group.connect(split, refuse, "failure");
        group.connect(entry, refuse, "unmatched", "failure");
        group.connect(fetch, refuse, "not.found", "permission.denied", "failure");
        group.connect(compare, refuse, "unmatched");
        Lanes.files(group, refuse, "Refused Files", "refused", 2, 9, "What was refused, as it is now.", "success");
        Lanes.files(group, put, "Rejected Rows", "rejected", 1, 10, "Rows that the table does not take any more, with the reasons.", "rejected", "conflict", "failure");
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Right-click the canvas → Parameters: the tables with the columns that identify their rows, the folder, the database.
                2. Right-click the canvas → Enable all controller services, then Start: a snapshot is taken at once, and then every day.
                3. Before a migration: look into Snapshot Directory. A table is complete when its manifest is there.
                4. To restore: stop what writes to the tables, set Snapshot to Restore, enable Begin Restore in the group Restore and run it once.
                Rows that the snapshot does not hold stay: delete them first if they must go. A column that only the database may fill gets new values.""", Grid.GROUP_INDENT, -184, 1184, 152);
    }
}
