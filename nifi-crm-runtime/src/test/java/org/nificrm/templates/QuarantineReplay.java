package org.nificrm.templates;

import java.io.IOException;

/** Customers that a person corrected come in again: checked like any other, cleansed and written; what is still wrong goes back. */
final class QuarantineReplay {

    private static final String CORRECTIONS = "Correction Directory";

    private final FlowDefinition definition = new FlowDefinition("Quarantine Replay",
            "Takes customers that were set aside by a flow without a way back of its own, once a person has corrected them, and writes them to the CRM.",
            "Where corrected customers are put and where they go. Every value is described; set the password before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Records records = Records.of(root);
        final Service reader = root.service(ComponentType.JSON_TREE_READER, "Correction Reader", "Reads JSON that a person has changed, whatever fields it has.")
                .property("schema-access-strategy", "infer-schema");
        final Service database = Services.database(root, "CRM Database", "Connections to the database of the CRM.");
        final Service client = Services.jdbcCrmClient(root, "CRM Client", "The table of customers. Another CRM: replace it by that CRM's client.", database);

        final Processor fetch = Records.handedIn(root, CORRECTIONS, "JSON");
        final Processor map = records.map(root, "Map Corrections", 0, 2, reader, "corrected-customers");
        final Processor cleanse = records.cleanse(root, 0, 4, "A correction is checked like any other customer.")
                .property("Default Region", "#{Default Region}")
                .property("Minimum Score", "#{Minimum Quality Score}")
                .property("Issue Destination", "TOTALS");
        final Processor put = records.put(root, "Put Customers", 0, 6, client, "#{CRM Customer Table}", "source_system, source_id", "updated_at");
        root.connect(fetch, map, "success");
        root.connect(map, cleanse, "success");
        root.connect(cleanse, put, "success");
        Lanes.files(root, map, "Unmapped Customers", "unmapped", 1, 2, "Corrections that lack a key, status or time, or are too long, with the reasons.",
                "invalid", "failure");
        Lanes.files(root, cleanse, "Doubtful Customers", "doubtful", 1, 4, "Corrections that are not good enough yet, with the reasons.", "quarantine", "failure");
        addLabels();
        return definition;
    }

    private void addParameters() {
        definition
                .parameter(CORRECTIONS, "/data/corrections", "Folder into which corrected customers are put, as JSON in the shape in which they left. Create it before the start.")
                .parameter("Default Region", "CN", "ISO 3166 code of the country to which phone numbers without one belong.")
                .parameter("Minimum Quality Score", "0.6", "Customers with a lower quality score go back to quarantine; from 0 to 1, where 0 lets every score pass.")
                .parameter("CRM Customer Table", "central_customers", "Table of customers, unique by source_system and source_id: templates/ddl/central-customers.sql.")
                .parameter("CRM Batch Size", "1000", "Records that one database transaction writes at most.");
        Services.addDatabaseParameters(definition, "CRM Database", "crm", "crm_writer", "the CRM's database.", "select, insert and update in the table.");
        Lanes.addDirectoryParameter(definition);
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Right-click the canvas → Parameters: the folder, the database and its password. Create the folder.
                2. Right-click the canvas → Enable all controller services, then Start.
                3. Correct a file of the quarantine, raise updated_at where the correction is to outlive the source's next export, and put it into the folder.
                4. It moves to the subfolder done. What is still wrong is in the Quarantine Directory again, with new reasons.""", 0, -176, 1184, 136);
    }
}
