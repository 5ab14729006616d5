package org.nificrm.templates;

import java.util.Locale;

/** Side lanes at whose end a person looks: what cannot go on is kept in files below the parameter {@value #DIRECTORY}. */
final class Lanes {

    static final String DIRECTORY = "Quarantine Directory";

    private Lanes() {
    }

    static void addDirectoryParameter(final FlowDefinition definition) {
        definition.parameter(DIRECTORY, "/data/quarantine",
                "Folder for what could not be migrated, as JSON with the reasons. It is created if it is missing; it holds customer data, so protect it.");
    }

    /** What a processor cannot let through ends in files: records as JSON with their reasons, unreadable files as they came. */
    static void quarantine(final Group group, final Processor source, final int column, final int row, final String... relationships) {
        final String subject = source.name().substring(source.name().indexOf(' ') + 1);
        files(group, source, "Quarantined " + subject, subject.toLowerCase(Locale.ROOT), column, row,
                "What could not be migrated: records with their reasons, whole files where nothing could be read. Correct them and hand them in again.",
                relationships);
    }

    /**
     * Keeps FlowFiles as files, each under a name of its own.
     *
     * @param content   what they are, for the names of the components
     * @param directory below that of the group
     * @return where else may be connected to what shall be kept likewise
     */
    static Processor files(final Group group, final Processor source, final String content, final String directory, final int column, final int row,
            final String comment, final String... relationships) {
        final Processor name = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Name " + content, column, row,
                        "Gives each file a name of its own, so that none ever replaces another.")
                .property("Store State", "Do not store state")
                .dynamicProperty("filename", "${filename}.${uuid}${mime.type:equals('application/json'):ifElse('.json', '')}");
        final Processor put = group.processor(ComponentType.PUT_FILE, "Keep " + content, column, row + 1, comment)
                .property("Directory", "#{%s}/%s/%s".formatted(DIRECTORY, group.name().toLowerCase(Locale.ROOT).replace(' ', '_'), directory))
                .property("Conflict Resolution Strategy", "replace")
                .end("success")
                .penalty("10 sec")
                .forReview();
        group.connect(source, name, relationships);
        group.connect(name, put, "success");
        group.connect(put, put, "failure");
        return name;
    }
}
