package org.nificrm.templates;

import java.io.IOException;

/** Customers of two CRMs, each a database table in a shape of its own, into one central CRM without duplicates. */
final class MergeCrms {

    private static final int TOP = 0;
    private static final int STAGES = 2;

    private final FlowDefinition definition = new FlowDefinition("Merge CRMs",
            "Joins the customers of two CRMs in a central one: each customer once, with the best of what both know, and a crosswalk to the keys of both.",
            "Where the two CRMs and the central one are. Every value is described; set the three passwords before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Records records = Records.of(root);
        final Service centralDatabase = Services.database(root, "CRM Database", "Connections to the database of the central CRM.");
        final Service crmClient = Services.jdbcCrmClient(root, "CRM Client",
                "The central CRM as the writers see it. Press Verify on a writer to learn whether table and match key are as they must be.", centralDatabase);
        final CustomerStages stages = new CustomerStages(root, records, STAGES);

        final Port sales = addSource(records, stages, "Sales CRM", 1, "id", "sales-crm-customers",
                "A table of contacts: names in parts, mobile, birth date.");
        final Port service = addSource(records, stages, "Service CRM", 3, "account_id", "service-crm-customers",
                "A table of accounts: one name, telephone, identity and tax numbers.");
        final Port customers = stages.add(crmClient);
        root.connect(sales, customers);
        root.connect(service, customers);
        addLabels();
        stages.addHeadings(2);

        return definition;
    }

    private void addParameters() {
        addSourceParameters("Sales CRM", "sales", "sales_contacts",
                "Table: id, kind, first_name, last_name, company, email, mobile, birth_date, gender, street, city, region, zip, country, status, modified_at.");
        addSourceParameters("Service CRM", "service", "service_accounts",
                "Table: account_id, kind, display_name, mail, telephone, identity_no, tax_no, address, town, province, postcode, nation, state, changed_at.");
        Services.addDatabaseParameters(definition, "CRM Database", "crm", "crm_writer",
                "the central CRM's database: PostgreSQL, MySQL, MariaDB or H2. Create the tables first, see templates/ddl.",
                "select, insert and update in the tables of customers and their keys.");
        CustomerStages.addParameters(definition, "sales_crm, service_crm", "./crm_index/merge_crms.index");
    }

    private void addSourceParameters(final String system, final String database, final String table, final String columns) {
        Services.addDatabaseParameters(definition, system + " Database", database, database + "_reader", "the %s's database.".formatted(system), "read its table.");
        definition
                .parameter(system + " Table", table, columns)
                .parameter(system + " Slice", "10000", "Range of keys that one query reads. Slices are read in parallel; a larger slice means fewer, longer queries.");
    }

    private Port addSource(final Records records, final CustomerStages stages, final String system, final int column, final String key, final String mapping, final String comment)
            throws IOException {
        final Group group = root.group(system, column, TOP, comment);
        final Service database = Services.database(root, system + " Database", "Connections to the database of the %s.".formatted(system));
        final Processor query = records.table(group, database, "#{%s Table}".formatted(system), key, "#{%s Slice}".formatted(system));
        return stages.addMapping(group, query, records.reader(), mapping, "Customers in the shape of the central table.");
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Create the target tables: templates/ddl. Create the Correction Directory and the Decision Directory.
                2. Right-click the canvas → Parameters: the three databases with their passwords, the directories, which CRM is trusted more.
                3. Right-click the canvas → Enable all controller services, then Start.
                4. Pairs that may be one customer are in the Report Directory, merge/pairs. Write 'match' or 'no match' into the column decision
                and put the file into the Decision Directory: the customers change at once and stay as decided.
                5. Quarantined customers in the folder cleanse/customers, corrected, go into the Correction Directory; the rest is corrected in its CRM.
                Another CRM: copy a group, point it at its table, write a mapping document with a sourceSystem of its own.""", Grid.GROUP_INDENT, -400, 1184, 208);
        root.heading("1  Read and map", 1, TOP);
    }
}
