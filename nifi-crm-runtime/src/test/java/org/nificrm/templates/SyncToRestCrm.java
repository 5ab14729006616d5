package org.nificrm.templates;

import java.io.IOException;

/** Changed rows of one database table into a CRM behind HTTP: one main way in column 0, what does not get through beside it. */
final class SyncToRestCrm {

    private static final int PUT_ROW = 5;

    private final FlowDefinition definition = new FlowDefinition("Sync to REST CRM",
            "Keeps the contacts of a CRM behind HTTP in step with a database table: changed rows are mapped, cleansed and written once.",
            "Where the table and the CRM are. Every value is described; set the password and the API key before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Records records = Records.of(root);

        final Processor read = addRead(records.writer());
        final Processor map = records.map(root, "Map Rows", 0, 1, records.reader(), "old-crm-customers",
                "The table's columns into customers, by the mapping document. Press Verify to see it at work on a sample.");
        final Processor cleanse = records.cleanse(root, 0, 3, "Normalises, checks and corrects. Customers that are not good enough are set aside.")
                .property("Default Region", "#{Default Region}")
                .property("Minimum Score", "#{Minimum Score}")
                .end("report");
        final Processor put = addPut(records);

        root.connect(read, map, "success");
        root.connect(map, cleanse, "success");
        root.connect(cleanse, put, "success");
        root.connect(put, put, "retry");
        Lanes.quarantine(root, map, 1, 1, "invalid", "failure");
        Lanes.quarantine(root, cleanse, 1, 3, "quarantine", "failure");
        Lanes.quarantine(root, put, 1, PUT_ROW, "rejected", "failure");
        Lanes.files(root, put, "Conflicts", "conflicts", 0, PUT_ROW + 1,
                "Contacts of which the CRM holds newer data, or another record that stands against them: crm_message tells which. A person decides.", "conflict");
        addLabels();
        return definition;
    }

    private void addParameters() {
        Services.addDatabaseParameters(definition, "Source Database", "legacy", "legacy_reader", "the database with the customers' table.", "read the table.");
        definition
                .parameter("Source Table", "old_crm_customers",
                        "Table to follow: id, name, email, phone, city, country, status, updated_at. updated_at has to grow with every change.")
                .parameter("Default Region", "CN", "ISO 3166 code of the country to which phone numbers without one belong.")
                .parameter("Minimum Score", "0", "Quality, from 0 to 1, below which a customer is set aside rather than written.")
                .parameter("CRM Address", "https://crm.example.org", "Address of the CRM's site, as the page of RestCrmClient has it for each CRM.")
                .sensitiveParameter("CRM API Key", "Key of the API user who writes the contacts.")
                .parameter("CRM Object", "Contact", "What the customers become in the CRM.")
                .parameter("CRM Requests per Second", "10", "Most requests a second that the CRM gets from one node.")
                .parameter("CRM Concurrent Requests", "4", "Most requests at a time that the CRM gets from one node.");
        Lanes.addDirectoryParameter(definition);
    }

    private Processor addRead(final Service writer) {
        final Service database = Services.database(root, "Source Database", "Connections to the database of the source.");
        return root.processor(ComponentType.QUERY_DATABASE_TABLE_RECORD, "Read Changed Rows", 0, 0,
                        "Reads rows whose updated_at is later than the latest seen, and remembers it. To read all of them again: stop, View state, Clear state.")
                .service("Database Connection Pooling Service", database)
                .property("db-fetch-db-type", "Generic")
                .property("Table Name", "#{Source Table}")
                .service("qdbtr-record-writer", writer)
                .property("Maximum-value Columns", "updated_at")
                .property("Fetch Size", "1000")
                .property("qdbt-max-rows", "1000")
                .property("dbf-user-logical-types", "true")
                .onPrimaryNode()
                .every("10 sec");
    }

    private Processor addPut(final Records records) {
        final Service client = root.service(ComponentType.REST_CRM_CLIENT, "CRM Client",
                        "The CRM, here EspoCRM. For another one choose its preset, or describe it; its page says what to create there. Press Verify when it is set up.")
                .property("API Address", "#{CRM Address}")
                .property("Preset", "ESPOCRM")
                .property("Authentication", "API_KEY")
                .sensitiveProperty("API Key", "#{CRM API Key}")
                .property("Requests Per Second", "#{CRM Requests per Second}")
                .property("Concurrent Requests", "#{CRM Concurrent Requests}");
        return root.processor(ComponentType.PUT_CRM_CUSTOMER, "Put Contacts", 0, PUT_ROW,
                        "Writes each customer once, the newest version last. Each property at the end is a field of the CRM and the field of the customer that it takes.")
                .service("Record Reader", records.reader())
                .service("Record Writer", records.writer())
                .service("CRM Client", client)
                .property("CRM Object", "#{CRM Object}")
                .property("Match Key Fields", "source_id")
                .property("Source Timestamp Field", "updated_at")
                .property("Conflict Policy", "LAST_WRITER_WINS")
                .property("Write Mode", "UPSERT")
                .property("Maximum Attempts", "3")
                .dynamicProperty("crmKey", "source_id")
                .dynamicProperty("crmUpdatedAt", "updated_at")
                .dynamicProperty("firstName", "first_name")
                .dynamicProperty("lastName", "last_name")
                .dynamicProperty("emailAddress", "email")
                .dynamicProperty("phoneNumber", "phone")
                .dynamicProperty("addressCity", "city")
                .dynamicProperty("addressCountry", "country")
                .end("success")
                .retry(10, "retry")
                .penalty("10 sec");
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Create key and timestamp fields in the CRM, and an API user: page of RestCrmClient.
                2. Right-click the canvas → Parameters: database, CRM, the password and the API key.
                3. Enable all controller services, then press Verify on 'Put Contacts'.
                4. Start. Changed rows are in the CRM within seconds; what did not get there is in the Quarantine Directory, with reasons.
                Starting again, or reading the same rows again, changes nothing that is right already.""", 0, -200, 952, 152);
    }
}
