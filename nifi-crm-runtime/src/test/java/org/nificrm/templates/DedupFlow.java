package org.nificrm.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small flow for tests: customers from JSON files through DedupCustomer into files. */
public final class DedupFlow {

    public static final String INPUT = "Input Directory";
    public static final String OUTPUT = "Output Directory";
    public static final String INDEX_FILE = "Index File";
    public static final String DATABASE = "Index Database";
    public static final String MODEL = "Match Model";

    private DedupFlow() {
    }

    /**
     * Writes the flow definition.
     *
     * @param file   where to
     * @param shared whether the index is in PostgreSQL rather than in a file
     */
    public static void write(final Path file, final boolean shared) throws IOException {
        final FlowDefinition definition = new FlowDefinition("Dedup " + (shared ? "shared" : "embedded"), "Finds duplicates.", "Folders and index of the test.");
        definition.parameter(INPUT, "in", "Where customers come from.").parameter(OUTPUT, "out", "Where results go.")
                .parameter(MODEL, "AUTOMATIC", "What agreement of each field is worth.");
        final Group root = definition.root();
        final Service writer = Services.recordWriter(root);
        final Service customers = root.service(ComponentType.JSON_TREE_READER, "Customer Reader", "Reads customers.");
        final Service index = shared ? shared(definition) : embedded(definition);
        final Processor list = root.processor(ComponentType.LIST_FILE, "List", 0, 0, "Lists what is new.")
                .property("Input Directory", "#{Input Directory}").every("1 sec");
        final Processor fetch = root.processor(ComponentType.FETCH_FILE, "Fetch", 0, 1, "Reads it.").end("not.found", "permission.denied", "failure");
        final Processor dedup = root.processor(ComponentType.DEDUP_CUSTOMER, "Dedup", 0, 2, "Finds duplicates.")
                .service("Record Reader", customers).service("Record Writer", writer).service("Customer Index", index)
                .property("Scope", "INDEX").property("Match Model", "#{Match Model}").concurrentTasks(2);
        final Processor put = root.processor(ComponentType.PUT_FILE, "Put", 0, 3, "Writes results.")
                .property("Directory", "#{Output Directory}/${crm.route}").property("Conflict Resolution Strategy", "replace").end("success", "failure");
        root.connect(list, fetch, "success");
        root.connect(fetch, dedup, "success");
        int row = 3;
        for (final String route : new String[] {"success", "duplicate", "review", "failure"}) {
            final Processor named = root.processor(ComponentType.UPDATE_ATTRIBUTE, "Name " + route, 1, row++, "Says which way it came.")
                    .dynamicProperty("crm.route", route).dynamicProperty("filename", "${uuid}");
            root.connect(dedup, named, route);
            root.connect(named, put, "success");
        }

        Files.createDirectories(file.getParent());
        Files.writeString(file, definition.toText());
    }

    private static Service embedded(final FlowDefinition definition) {
        definition.parameter(INDEX_FILE, "index", "Where the index is.");
        return definition.root().service(ComponentType.EMBEDDED_CUSTOMER_INDEX, "Index", "Remembers the customers.").property("Index File", "#{Index File}");
    }

    private static Service shared(final FlowDefinition definition) {
        Services.addDatabaseParameters(definition, DATABASE, "index", "index", "the database of the index.", "create tables.");
        final Service database = Services.database(definition.root(), DATABASE, "Connections to the index.");
        return definition.root().service(ComponentType.POSTGRES_CUSTOMER_INDEX, "Index", "Remembers the customers.")
                .service("Database Connection Pooling Service", database);
    }
}
