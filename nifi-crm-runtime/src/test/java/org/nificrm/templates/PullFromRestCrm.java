package org.nificrm.templates;

import java.io.IOException;

/**
 * Polls a CRM's REST API for what has changed, page by page, and writes it to a database. The cursor moves only when all pages of a
 * poll have arrived, to shortly before the poll began, and is kept over restarts.
 */
final class PullFromRestCrm {

    private static final String TIME = "yyyy-MM-dd HH:mm:ss";

    private final FlowDefinition definition = new FlowDefinition("Pull from REST CRM",
            "Polls EspoCRM, or any CRM with a REST API that tells what has changed since a point in time, and keeps a database in step with it.",
            "Which CRM to poll and where its customers go. Every value is described; set the key and the password before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Records records = Records.of(root);
        final Service pageReader = root.service(ComponentType.JSON_TREE_READER, "Page Reader",
                        "Reads the customers of a page: the array in the field 'list' of EspoCRM's answer. The fields are listed, all of them text.")
                .property("schema-access-strategy", "schema-text-property")
                .property("schema-text", Template.schema("espocrm-contact"))
                .property("starting-field-strategy", "NESTED_FIELD")
                .property("starting-field-name", "list")
                .property("schema-application-strategy", "SELECTED_PART");
        final Service database = Services.database(root, "Target Database", "Connections to the database that is kept in step.");
        final Service client = Services.jdbcCrmClient(root, "CRM Client", "The table of customers as PutCrmCustomer sees it.", database);

        final Port pages = addPoll();
        final Port input = addCustomers(records, pageReader, client);
        root.connect(pages, input);
        addLabels();
        return definition;
    }

    private void addParameters() {
        definition
                .parameter("CRM API URL", "https://crm.example.com/api/v1/Contact", "Address of the list of customers. EspoCRM has one each for Contact, Account and Lead.")
                .sensitiveParameter("CRM API Key", "Key of an API user that may read the list, sent in the header X-Api-Key.")
                .parameter("Page Size", "200", "Customers asked for at a time, no more than the CRM allows.")
                .parameter("Initial Cursor", "1970-01-01 00:00:00", "The first poll reads what has changed since then, in UTC.")
                .parameter("Overlap Seconds", "120",
                        "Each poll begins this much before the one before it: longer than a transaction of the CRM takes and its clock is off. What comes twice changes nothing.")
                .parameter("Default Region", "CN", "ISO 3166 code of the country to which phone numbers without one belong.")
                .parameter("Customer Table", "central_customers", "Target table, unique by source_system and source_id: templates/ddl/central-customers.sql.");
        Services.addDatabaseParameters(definition, "Target Database", "crm", "crm_writer", "the target database.", "select, insert and update in the table.");
        Lanes.addDirectoryParameter(definition);
    }

    private Port addPoll() {
        final Group group = root.group("Poll", 0, 0, "Asks for what has changed since the cursor, page by page, and moves the cursor when all pages are there.");
        final Processor tick = group.processor(ComponentType.GENERATE_FLOW_FILE, "Every Minute", 0, 0, "Begins a poll. How often is its run schedule.")
                .onPrimaryNode()
                .every("1 min");
        final Processor cursor = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Cursor", 0, 1,
                        "Reads the cursor from its state, or keeps the one that a finished poll brings. To begin anew: stop, View state, Clear state.")
                .property("Store State", "Store state locally")
                .property("Stateful Variables Initial Value", "#{Initial Cursor}")
                .dynamicProperty("cursor", "${next.cursor:isEmpty():ifElse(${getStateValue('cursor')}, ${next.cursor})}")
                .end("set state fail");
        final Processor route = group.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "Poll or Kept", 0, 2, "A cursor that has been kept has done its work.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("poll", "${next.cursor:isEmpty()}")
                .end("unmatched");
        final Processor first = group.processor(ComponentType.UPDATE_ATTRIBUTE, "First Page", 0, 3, "Notes when the poll began, less the overlap.")
                .property("Store State", "Do not store state")
                .dynamicProperty("page.offset", "0")
                .dynamicProperty("poll.cursor", "${now():toNumber():minus(${#{'Overlap Seconds'}:multiply(1000)}):format('%s', 'UTC')}".formatted(TIME));
        final Processor get = group.processor(ComponentType.INVOKE_HTTP, "Get Page", 0, 4, "Asks for one page. While the CRM does not answer, or not with 2xx, it is asked again.")
                .property("HTTP Method", "GET")
                .property("HTTP URL", "#{CRM API URL}?maxSize=#{Page Size}&offset=${page.offset}&orderBy=id&order=asc"
                        + "&where%5B0%5D%5Btype%5D=greaterThanOrEquals&where%5B0%5D%5Battribute%5D=modifiedAt&where%5B0%5D%5Bvalue%5D=${cursor:urlEncode()}")
                .property("Request Failure Penalization Enabled", "true")
                .sensitiveDynamicProperty("X-Api-Key", "#{CRM API Key}")
                .penalty("10 sec")
                .end("Original");
        final Processor count = group.processor(ComponentType.EVALUATE_JSON_PATH, "Count Customers", 0, 5, "A full page may have another behind it.")
                .property("Destination", "flowfile-attribute")
                .property("Return Type", "scalar")
                .property("Path Not Found Behavior", "warn")
                .dynamicProperty("page.count", "$.list.length()");
        final Processor more = group.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "More Pages", 1, 5, "By the number of customers.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("more", "${page.count:ge(${#{'Page Size'}})}");
        final Processor next = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Next Page", 1, 4, "Goes on behind the page that is here.")
                .property("Store State", "Do not store state")
                .dynamicProperty("page.offset", "${page.offset:plus(${#{'Page Size'}})}");
        final Processor done = group.processor(ComponentType.UPDATE_ATTRIBUTE, "All Pages Here", 2, 5, "The next poll begins where this one began.")
                .property("Store State", "Do not store state")
                .dynamicProperty("next.cursor", "${poll.cursor}");
        final Port pages = group.outputPort("pages", 0, 6, "Pages as the CRM sent them.");
        group.connect(tick, cursor, "success");
        group.connect(cursor, route, "success");
        group.connect(route, first, "poll");
        group.connect(first, get, "success");
        group.connect(get, get, "Retry", "Failure", "No Retry");
        group.connect(get, count, "Response");
        group.connect(count, pages, "matched");
        group.connect(count, more, "matched");
        group.connect(more, next, "more");
        group.connect(next, get, "success");
        group.connect(more, done, "unmatched");
        group.connect(done, cursor, "success");
        Lanes.files(group, count, "Unreadable Pages", "pages", -1, 5, "Answers that are no page. The cursor stays where it is, and the next poll asks again.", "failure", "unmatched");
        return pages;
    }

    private Port addCustomers(final Records records, final Service pageReader, final Service client) throws IOException {
        final Group group = root.group("Customers", 0, 2, "Maps, cleanses and writes customers; each leaves exactly one row, whatever arrives twice.");
        final Port input = group.inputPort("pages", 0, 0, "Pages as the CRM sent them.");
        final CentralTable table = new CentralTable(group, records, 1);
        final Processor map = table.map(pageReader, "espocrm-contacts",
                "EspoCRM's fields into the target's, by the mapping document. Press Verify to see it at work on a sample.");
        final Processor cleanse = table.cleanse();
        final Processor put = table.put(client, "#{Customer Table}", "Writes each customer once, the newest version.");
        group.connect(input, map);
        table.connect(map, cleanse, put);
        return input;
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Create the table: templates/ddl/central-customers.sql. In EspoCRM create an API user with a key.
                2. Right-click the canvas → Parameters: the CRM's address and key, the database.
                3. Right-click the canvas → Enable all controller services, then Start.
                Another CRM: change the query of Get Page, the path of Count Customers, the fields of Page Reader and the mapping document.""", Grid.GROUP_INDENT, -160, 1184, 120);
    }
}
