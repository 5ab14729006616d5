package org.nificrm.templates;

import java.util.Locale;

/** Side lanes that end in files: what cannot go on, and what a person may want to know. */
final class Lanes {

    static final String QUARANTINE = "Quarantine Directory";

    private static final String REPORTS = "Report Directory";
    private static final String EXTENSION = "${mime.type:equals('application/json'):ifElse('.json', ${mime.type:equals('text/csv'):ifElse('.csv', '')})}";

    private Lanes() {
    }

    static void addDirectoryParameter(final FlowDefinition definition) {
        definition.parameter(QUARANTINE, "/data/quarantine",
                "Folder for what could not be migrated, as JSON with the reasons. It is created if it is missing; it holds customer data, so protect it.");
    }

    static void addReportParameter(final FlowDefinition definition) {
        definition.parameter(REPORTS, "/data/reports",
                "Folder for quality reports, merged records and pairs to review. It is created if it is missing; it holds customer data, so protect it.");
    }

    /** What a processor cannot let through ends in files: records as JSON with their reasons, unreadable files as they came; see {@link #files}. */
    static Processor quarantine(final Group group, final Processor source, final int column, final int row, final String... relationships) {
        final String subject = source.name().substring(source.name().indexOf(' ') + 1);
        return files(group, source, "Quarantined " + subject, subject.toLowerCase(Locale.ROOT), column, row,
                "What could not be migrated: records with their reasons, whole files where nothing could be read. Correct them and hand them in again.",
                relationships);
    }

    /** Records that lost against newer ones. */
    static void superseded(final Group group, final Processor source, final int column, final int row) {
        files(group, source, "Superseded " + source.name().substring(source.name().indexOf(' ') + 1), "superseded", column, row,
                "Records that lost against what the CRM holds: an older version of the same record. For information; nothing is to be done.", "conflict");
    }

    /**
     * Keeps what a person has to look at as files in the quarantine.
     *
     * @param content   what they are, for the names of the components
     * @param directory below that of the group
     * @return where else may be connected to what shall be kept likewise
     */
    static Processor files(final Group group, final Processor source, final String content, final String directory, final int column, final int row,
            final String comment, final String... relationships) {
        return keep(group, source, new Files(QUARANTINE, content, directory, comment, true), column, row, relationships);
    }

    /** Keeps pairs that a person decides as files among the reports; the parameters are those of {@link #files}. */
    static void reviews(final Group group, final Processor source, final String content, final String directory, final int column, final int row,
            final String comment, final String... relationships) {
        keep(group, source, new Files(REPORTS, content, directory, comment, true), column, row, relationships);
    }

    /** Keeps what a person may want to know as files among the reports; the parameters are those of {@link #files}. */
    static void reports(final Group group, final Processor source, final String content, final String directory, final int column, final int row,
            final String comment, final String... relationships) {
        keep(group, source, new Files(REPORTS, content, directory, comment, false), column, row, relationships);
    }

    private record Files(String parameter, String content, String directory, String comment, boolean forReview) {
    }

    /** Each file gets a name of its own. */
    private static Processor keep(final Group group, final Processor source, final Files files, final int column, final int row,
            final String... relationships) {
        final Processor name = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Name " + files.content, column, row,
                        "Gives each file a name of its own, so that none ever replaces another.")
                .property("Store State", "Do not store state")
                .dynamicProperty("filename", "${filename}.${uuid}" + EXTENSION);
        final Processor put = group.processor(ComponentType.PUT_FILE, "Keep " + files.content, column, row + 1, files.comment)
                .property("Directory", "#{%s}/%s/%s".formatted(files.parameter, group.name().toLowerCase(Locale.ROOT).replace(' ', '_'), files.directory))
                .property("Conflict Resolution Strategy", "replace")
                .end("success")
                .penalty("10 sec");
        if (files.forReview) {
            put.forReview();
        }

        group.connect(source, name, relationships);
        group.connect(name, put, "success");
        group.connect(put, put, "failure");
        return name;
    }
}
