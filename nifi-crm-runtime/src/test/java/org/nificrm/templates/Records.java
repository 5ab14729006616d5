package org.nificrm.templates;

import java.io.IOException;
import java.util.Locale;

/**
 * What all stages of one flow have in common: how records are read and written between them, and the processors that every
 * template uses alike.
 *
 * @param reader reads what the writer wrote
 * @param writer writes records between the stages and into files
 */
record Records(Service reader, Service writer) {

    static Records of(final Group group) {
        return new Records(Services.recordReader(group), Services.recordWriter(group));
    }

    /** @param reader reads the source's records */
    Processor map(final Group group, final String name, final int column, final int row, final Service reader, final String mapping) throws IOException {
        return map(group, name, column, row, reader, mapping,
                "The source's fields into the target's, by the mapping document. Press Verify to see it at work on a sample.")
                .concurrentTasks(2);
    }

    /** @param reader reads the source's records */
    Processor map(final Group group, final String name, final int column, final int row, final Service reader, final String mapping, final String comment)
            throws IOException {
        return group.processor(ComponentType.MAP_TO_CRM_SCHEMA, name, column, row, comment)
                .service("Record Reader", reader)
                .service("Record Writer", writer)
                .property("Mapping Document", Template.mapping(mapping));
    }

    Processor cleanse(final Group group, final int column, final int row, final String comment) {
        return group.processor(ComponentType.CLEANSE_CUSTOMER, "Cleanse Customers", column, row, comment)
                .service("Record Reader", reader)
                .service("Record Writer", writer);
    }

    /** One record for each element of a list, with what is around it. */
    Processor fork(final Group group, final String name, final int column, final int row, final Service reader, final String path, final String comment) {
        return group.processor(ComponentType.FORK_RECORD, name, column, row, comment)
                .service("record-reader", reader)
                .service("record-writer", writer)
                .property("fork-mode", "split")
                .property("include-parent-fields", "false")
                .dynamicProperty("path", path)
                .end("original", "failure");
    }

    /** Writes to a table, the newest version of a record as a whole. */
    Processor put(final Group group, final String name, final int column, final int row, final Service crmClient, final String table, final String matchKey,
            final String timestamp) {
        final Processor put = group.processor(ComponentType.PUT_CRM_CUSTOMER, name, column, row,
                        "Writes each record once, the newest version as a whole, its blanks included; an older one is set aside as superseded. "
                                + "While the database is away, records wait here and are tried again.")
                .service("Record Reader", reader)
                .service("Record Writer", writer)
                .service("CRM Client", crmClient)
                .property("CRM Object", table)
                .property("Match Key Fields", matchKey)
                .property("Source Timestamp Field", timestamp)
                .property("Conflict Policy", "LAST_WRITER_WINS")
                .property("Write Mode", "UPSERT")
                .property("Null Values", "CLEAR")
                .property("Batch Size", "#{CRM Batch Size}")
                .property("Maximum Attempts", "3")
                .property("Dry Run", "false")
                .end("success")
                .retry(10, "retry")
                .penalty("10 sec");
        group.connect(put, put, "retry");
        Lanes.quarantine(group, put, column + 1, row, "rejected", "failure");
        Lanes.superseded(group, put, column, row + 1);

        return put;
    }

    /** Lists and fetches the files of a folder, which stay where they are; returns the end of it. */
    static Processor files(final Group group, final String directory, final String format) {
        final Processor list = group.processor(ComponentType.LIST_FILE, "List " + format + " Files", 0, 0,
                        "Finds new and changed files and remembers the ones it has seen. To read all of them again: stop, View state, Clear state.")
                .property("Input Directory", "#{%s}".formatted(directory))
                .property("Input Directory Location", "Remote")
                .property("File Filter", filter(format))
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

    /** Takes files that a person puts into a folder, and moves them to its subfolder {@code done}; returns the end of it. */
    static Processor handedIn(final Group group, final String directory, final String format) {
        final Processor list = group.processor(ComponentType.LIST_FILE, "List " + format + " Files", 0, 0,
                        "Finds every file in the folder, whatever its date.")
                .property("Input Directory", "#{%s}".formatted(directory))
                .property("listing-strategy", "none")
                .property("File Filter", filter(format))
                .property("Recurse Subdirectories", "false")
                .property("Minimum File Age", "1 sec")
                .onPrimaryNode()
                .every("5 sec");
        final Processor fetch = group.processor(ComponentType.FETCH_FILE, "Fetch " + format + " File", 0, 1,
                        "Reads one file and moves it to the subfolder done. A file that cannot be read is tried again until it can.")
                .property("Completion Strategy", "Move File")
                .property("Move Destination Directory", "#{%s}/done".formatted(directory))
                .property("Move Conflict Strategy", "Rename")
                .end("not.found")
                .penalty("10 sec");
        group.connect(list, fetch, "success");
        group.connect(fetch, fetch, "failure", "permission.denied");

        return fetch;
    }

    /** Reads a table in slices of a column that only grows; returns the end of it. */
    Processor table(final Group group, final Service database, final String table, final String column, final String slice) {
        final Processor fetch = group.processor(ComponentType.GENERATE_TABLE_FETCH, "Slice the Table", 0, 0,
                        "Makes one query for each range of %1$ss and remembers the highest %1$s, so that the next run finds only what is new.".formatted(column))
                .service("Database Connection Pooling Service", database)
                .property("db-fetch-db-type", "Generic")
                .property("Table Name", table)
                .property("Maximum-value Columns", column)
                .property("gen-table-fetch-partition-size", slice)
                .property("gen-table-column-for-val-partitioning", column)
                .end("failure")
                .onPrimaryNode()
                .every("1 min");
        final Processor query = group.processor(ComponentType.EXECUTE_SQL_RECORD, "Read Slice", 0, 1,
                        "Runs the queries, two at a time. A query that fails, because the database is away, is run again until it succeeds.")
                .service("Database Connection Pooling Service", database)
                .service("esqlrecord-record-writer", writer)
                .property("esql-fetch-size", "1000")
                .property("esql-auto-commit", "false")
                .property("dbf-user-logical-types", "true")
                .concurrentTasks(2)
                .penalty("10 sec");
        group.connect(fetch, query, "success");
        group.connect(query, query, "failure");

        return query;
    }

    private static String filter(final String format) {
        return "(?i).*\\.%s".formatted(format.toLowerCase(Locale.ROOT));
    }
}
