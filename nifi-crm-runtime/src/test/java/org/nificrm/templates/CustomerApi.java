package org.nificrm.templates;

import java.io.IOException;

/**
 * Customers over HTTPS: systems post them and get the outcome of each, and read them one by one or page by page. Four groups:
 * requests are received and let pass, customers are written, customers are read, answers leave.
 */
final class CustomerApi {

    private static final String PAGE_LIMIT = "1000";

    private final FlowDefinition definition = new FlowDefinition("Customer API",
            "The central platform of a company with several CRMs: each posts its customers over HTTPS and reads those of all.",
            "Where the API listens, who may call it and where customers are kept. Every value is described; set the three secrets before enabling the services.");
    private final Group root = definition.root();

    FlowDefinition build() throws IOException {
        addParameters();
        final Kit kit = addServices();
        final Group answers = root.group("Answers", 2, 1, "Sends what the other groups made, or a problem as RFC 9457 has it.");
        final Port toAnswer = answers.inputPort("answers", 0, 0,
                "Answers with their status in the attribute api.status; of a problem also its title and detail, in api.title and api.detail.");
        addAnswers(answers, toAnswer, kit);

        final Requests requests = addRequests(kit);
        final Exchange write = addWrite(kit);
        final Exchange read = addRead(kit);
        root.connect(requests.write(), write.input());
        root.connect(requests.read(), read.input());
        root.connect(requests.problems(), toAnswer);
        root.connect(write.answers(), toAnswer);
        root.connect(read.answers(), toAnswer);
        addLabels();

        return definition;
    }

    private void addParameters() {
        definition
                .parameter("API Host", "0.0.0.0", "Address of this machine on which the API listens; 0.0.0.0 for all of them.")
                .parameter("API Port", "8443", "Port on which the API listens.")
                .parameter("API Keystore", "/opt/nifi/conf/api-keystore.p12", "Path of the PKCS 12 file with the API's certificate and key.")
                .sensitiveParameter("API Keystore Password", "Password of that file.")
                .sensitiveParameter("API Token", "What the system named 'erp' sends as bearer token: at least 22 random characters. More systems: see the label.")
                .parameter("Requests per Second", "500", "Requests of one system in a second; those beyond it are answered with status 429.")
                .parameter("Largest Request", "5000000", "Bytes that one request may have; larger ones are answered with status 413.")
                .parameter("Default Region", "CN", "ISO 3166 code of the country to which phone numbers and dates without one belong.")
                .parameter("CRM Customer Table", "central_customers", "Table of customers, unique by source_system and source_id: templates/ddl/central-customers.sql.");
        Services.addDatabaseParameters(definition, "CRM Database", "crm", "crm_writer", "the database with the customers' table.",
                "select, insert and update in the table.");
    }

    private record Kit(Service contexts, Service tls, Service customerReader, Records records, Service outcomeWriter, Service answerWriter, Service database,
            Service client) {
    }

    private Kit addServices() throws IOException {
        final Service contexts = root.service(ComponentType.HTTP_CONTEXT_MAP, "Open Requests",
                        "Keeps the requests that wait for an answer. One that waits too long is answered with status 503.")
                .property("Maximum Outstanding Requests", "2000")
                .property("Request Expiration", "30 sec");
        final Service tls = root.service(ComponentType.SSL_CONTEXT_SERVICE, "TLS", "The API's certificate.")
                .property("Keystore Filename", "#{API Keystore}")
                .sensitiveProperty("Keystore Password", "#{API Keystore Password}")
                .property("Keystore Type", "PKCS12")
                .property("SSL Protocol", "TLS");
        final Service customerReader = root.service(ComponentType.JSON_TREE_READER, "Customer Reader",
                        "Reads one customer or an array of them. The fields are listed, all of them text; others are left out.")
                .property("schema-access-strategy", "schema-text-property")
                .property("schema-text", Template.schema("api-customer"));
        final Service outcomeWriter = root.service(ComponentType.JSON_RECORD_SET_WRITER, "Outcome Writer", "Writes what became of each customer.")
                .property("schema-access-strategy", "schema-text-property")
                .property("schema-text", Template.schema("api-outcome"))
                .property("Schema Write Strategy", "no-schema")
                .property("output-grouping", "output-array");
        final Service answerWriter = Services.messageWriter(root, "Customer Writer", "Writes customers as they are read from the table.");
        final Service database = Services.database(root, "CRM Database", "Connections to the database with the customers.");
        final Service client = Services.jdbcCrmClient(root, "CRM Client", "The table of customers as PutCrmCustomer sees it.", database);
        return new Kit(contexts, tls, customerReader, Records.of(root), outcomeWriter, answerWriter, database, client);
    }

    private record Requests(Port write, Port read, Port problems) {
    }

    private Requests addRequests(final Kit kit) {
        final Group group = root.group("Requests", 0, 1, "Lets requests of known systems pass, as many as are allowed, each to where it is served.");
        final Processor receive = group.processor(ComponentType.HANDLE_HTTP_REQUEST, "Receive Request", 0, 0,
                        "Takes GET and POST of /customers over HTTPS. When more requests wait than the queue holds, the next are answered with status 503.")
                .property("Hostname", "#{API Host}")
                .property("Listening Port", "#{API Port}")
                .service("HTTP Context Map", kit.contexts())
                .service("SSL Context Service", kit.tls())
                .property("Allowed Paths", "/customers(/[^/]+/[^/]+)?")
                .property("Allow PUT", "false")
                .property("Allow DELETE", "false")
                .property("container-queue-size", "500")
                .concurrentTasks(8);
        final Processor authorize = group.processor(ComponentType.AUTHORIZE_REQUEST, "Authorize", 0, 1,
                        "Each property is a system and its token. What a system posts is kept under its name as source_system.")
                .sensitiveDynamicProperty("erp", "#{API Token}");
        final Processor limit = group.processor(ComponentType.CONTROL_RATE, "Limit Rate", 0, 2, "Counts the requests of each system.")
                .property("Rate Control Criteria", "flowfile count")
                .property("Maximum Rate", "#{Requests per Second}")
                .property("Rate Exceeded Strategy", "Route to 'rate exceeded'")
                .property("Time Duration", "1 sec")
                .property("Grouping Attribute", "crm.client")
                .end("failure");
        final Processor route = group.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "Route Request", 0, 3, "By method, path and size.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("write", "${http.method:equals('POST'):and(${http.request.uri:equals('/customers')}):and(${fileSize:le(${#{'Largest Request'}})})}")
                .dynamicProperty("too large", "${http.method:equals('POST'):and(${http.request.uri:equals('/customers')}):and(${fileSize:gt(${#{'Largest Request'}})})}")
                .dynamicProperty("read", "${http.method:equals('GET')}");
        group.connect(receive, authorize, "success");
        group.connect(authorize, limit, "authorized");
        group.connect(limit, route, "success");

        final Port problems = group.outputPort("problems", 2, 2, "Requests that are not served, each with the reason.");
        addProblem(group, authorize, 1, 1, problems, "401", "Unauthorized", "Send the header Authorization: Bearer and the token of a known system.", "unauthorized");
        addProblem(group, limit, 1, 2, problems, "429", "Too Many Requests", "Wait as the header Retry-After says, then send the request again.", "rate exceeded");
        addProblem(group, route, 1, 3, problems, "413", "Content Too Large", "Send fewer customers in one request.", "too large");
        addProblem(group, route, 1, 4, problems, "405", "Method Not Allowed", "POST goes to /customers, GET to /customers or /customers/{source_system}/{source_id}.",
                "unmatched");
        final Port write = group.outputPort("write", 0, 4, "Customers to write.");
        final Port read = group.outputPort("read", -1, 3, "Requests for one customer or a page of them.");
        group.connect(route, write, "write");
        group.connect(route, read, "read");

        return new Requests(write, read, problems);
    }

    /** Tells what is wrong, for the caller and without a word of what was sent. */
    private static Processor addProblem(final Group group, final Processor source, final int column, final int row, final Port problems, final String status,
            final String title, final String detail, final String... relationships) {
        final Processor problem = group.processor(ComponentType.UPDATE_ATTRIBUTE, title, column, row, "Answers with status %s.".formatted(status))
                .property("Store State", "Do not store state")
                .dynamicProperty("api.status", status)
                .dynamicProperty("api.title", title)
                .dynamicProperty("api.detail", detail);
        group.connect(source, problem, relationships);
        group.connect(problem, problems, "success");
        return problem;
    }

    private record Exchange(Port input, Port answers) {
    }

    private Exchange addWrite(final Kit kit) {
        final Group group = root.group("Write Customers", 1, 0, "Cleanses posted customers, writes them and tells the outcome of each, in their order.");
        final Port input = group.inputPort("customers", 0, 0, "Posted customers as JSON.");
        final Processor read = group.processor(ComponentType.UPDATE_RECORD, "Set Source", 0, 1,
                        "Reads the JSON and keeps each customer under the name of the system that sent it, whatever it says of itself.")
                .service("Record Reader", kit.customerReader())
                .service("Record Writer", kit.records().writer())
                .property("Replacement Value Strategy", "literal-value")
                .dynamicProperty("/source_system", "${crm.client}")
                .concurrentTasks(2);
        final Processor cleanse = kit.records().cleanse(group, 0, 2,
                        "Normalises and checks. Nothing is held back here: what the CRM cannot take is in the answer.")
                .property("Default Region", "#{Default Region}")
                .property("Minimum Score", "0")
                .end("report")
                .concurrentTasks(2);
        final Processor put = group.processor(ComponentType.PUT_CRM_CUSTOMER, "Put Customers", 0, 3,
                        "Writes each customer once; an older version never replaces a newer one. All leave together, each with its outcome.")
                .service("Record Reader", kit.records().reader())
                .service("Record Writer", kit.outcomeWriter())
                .service("CRM Client", kit.client())
                .property("CRM Object", "#{CRM Customer Table}")
                .property("Match Key Fields", "source_system, source_id")
                .property("Source Timestamp Field", "updated_at")
                .property("Conflict Policy", "LAST_WRITER_WINS")
                .property("Maximum Attempts", "3")
                .property("Outcome Routing", "TOGETHER")
                .end("conflict", "rejected", "retry")
                .penalty("1 sec")
                .concurrentTasks(4);
        final Processor status = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Choose Status", 0, 4,
                        "200 if all customers were taken, 207 if some were not: crm_status and crm_message of each tell why.")
                .property("Store State", "Do not store state")
                .dynamicProperty("api.status", "${crm.stale:plus(${crm.conflict}):plus(${crm.rejected}):plus(${crm.retryable}):plus(${crm.unknown}):gt(0):ifElse('207', '200')}");
        final Port answers = group.outputPort("answers", 2, 4, "Outcomes of the customers of one request, or what went wrong.");
        group.connect(input, read);
        group.connect(read, cleanse, "success");
        group.connect(cleanse, put, "success");
        group.connect(put, status, "success");
        group.connect(status, answers, "success");
        addProblem(group, read, 1, 1, answers, "400", "Bad Request", "The body requires a JSON object, or an array of objects, in UTF-8.", "failure");
        addProblem(group, cleanse, 1, 2, answers, "422", "Unprocessable Content", "The customers cannot be processed as they are.", "quarantine", "failure");
        addProblem(group, put, 1, 3, answers, "500", "Internal Server Error", "The customers could not be written.", "failure");

        return new Exchange(input, answers);
    }

    private Exchange addRead(final Kit kit) {
        final Group group = root.group("Read Customers", 1, 2, "Reads one customer, or a page of them in the order of their keys.");
        final Port input = group.inputPort("requests", 0, 0,
                "GET /customers/{source_system}/{source_id}, or GET /customers with since, after_system, after_id and limit as the caller likes.");
        final Processor choose = group.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "One or Page", 0, 1, "By the path.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("page", "${http.request.uri:equals('/customers')}");
        final Processor keyOfOne = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Read Key", 0, 2, "The key is in the path. It reaches the database as an argument, never as SQL.")
                .property("Store State", "Do not store state")
                .dynamicProperty("api.status", "200")
                .dynamicProperty("sql.args.1.type", "12")
                .dynamicProperty("sql.args.1.value", "${http.request.uri:substringAfter('/customers/'):substringBefore('/'):urlDecode()}")
                .dynamicProperty("sql.args.2.type", "12")
                .dynamicProperty("sql.args.2.value", "${http.request.uri:substringAfter('/customers/'):substringAfter('/'):urlDecode()}");
        final Processor check = group.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "Check Bounds", 2, 1, "A point in time that is none would fail in the database.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("right", "${http.query.param.since:replaceEmpty('1970-01-01T00:00:00Z'):matches('[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z')}");
        final Processor bounds = group.processor(ComponentType.UPDATE_ATTRIBUTE, "Read Bounds", 2, 2,
                        "A page begins after a key and has at most %s customers; since leaves out what has not changed since then.".formatted(PAGE_LIMIT))
                .property("Store State", "Do not store state")
                .dynamicProperty("api.status", "200")
                .dynamicProperty("sql.args.1.type", "12")
                .dynamicProperty("sql.args.1.value", "${http.query.param.after_system:replaceNull('')}")
                .dynamicProperty("sql.args.2.type", "12")
                .dynamicProperty("sql.args.2.value", "${http.query.param.after_id:replaceNull('')}")
                .dynamicProperty("sql.args.3.type", "93")
                .dynamicProperty("sql.args.3.value", "${http.query.param.since:replaceEmpty('1970-01-01T00:00:00Z')}")
                .dynamicProperty("sql.args.3.format", "yyyy-MM-dd'T'HH:mm:ssX")
                .dynamicProperty("sql.args.4.type", "4")
                .dynamicProperty("sql.args.4.value", "${http.query.param.limit:replaceNull('100'):matches('[1-9][0-9]{0,2}|1000'):ifElse(${http.query.param.limit:replaceNull('100')}, '%s')}"
                        .formatted(PAGE_LIMIT));
        final Processor selectOne = addSelect(group, "Select Customer", 0, 3, "SELECT * FROM #{CRM Customer Table} WHERE source_system = ? AND source_id = ?", kit);
        final Processor selectPage = addSelect(group, "Select Page", 2, 3,
                "SELECT * FROM #{CRM Customer Table} WHERE (source_system, source_id) > (?, ?) AND updated_at >= ? ORDER BY source_system, source_id LIMIT ?", kit);
        final Processor found = group.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "Is It There", 0, 4, "By the number of rows.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("found", "${executesql.row.count:gt(0)}");
        final Port answers = group.outputPort("answers", 1, 5, "Customers as JSON, an array, or why there are none.");
        group.connect(input, choose);
        group.connect(choose, keyOfOne, "unmatched");
        group.connect(choose, check, "page");
        group.connect(check, bounds, "right");
        group.connect(keyOfOne, selectOne, "success");
        group.connect(bounds, selectPage, "success");
        group.connect(selectOne, found, "success");
        group.connect(found, answers, "found");
        group.connect(selectPage, answers, "success");
        addProblem(group, found, -1, 4, answers, "404", "Not Found", "There is no customer with this key.", "unmatched");
        addProblem(group, check, 3, 1, answers, "400", "Bad Request", "since requires a point in time such as 2024-04-01T00:00:00Z.", "unmatched");
        final Processor unavailable = addProblem(group, selectPage, 1, 3, answers, "503", "Service Unavailable",
                "The database does not answer. Send the request again later.", "failure");
        group.connect(selectOne, unavailable, "failure");

        return new Exchange(input, answers);
    }

    private static Processor addSelect(final Group group, final String name, final int column, final int row, final String query, final Kit kit) {
        return group.processor(ComponentType.EXECUTE_SQL_RECORD, name, column, row, "Reads from the table of customers.")
                .service("Database Connection Pooling Service", kit.database())
                .service("esqlrecord-record-writer", kit.answerWriter())
                .property("SQL Query", query)
                .property("dbf-user-logical-types", "true")
                .concurrentTasks(2);
    }

    private static void addAnswers(final Group group, final Port input, final Kit kit) {
        final Processor choose = group.processor(ComponentType.ROUTE_ON_ATTRIBUTE, "Is It a Problem", 0, 1, "A problem has a title.")
                .property("Routing Strategy", "Route to Property name")
                .dynamicProperty("problem", "${api.title:isEmpty():not()}");
        final Processor write = group.processor(ComponentType.REPLACE_TEXT, "Write Problem", 1, 1, "Status, title and detail as application/problem+json.")
                .property("Replacement Strategy", "Always Replace")
                .property("Replacement Value", "{\"status\": ${api.status}, \"title\": \"${api.title}\", \"detail\": \"${api.detail}\"}")
                .property("Evaluation Mode", "Entire text")
                .end("failure");
        final Processor answer = addAnswer(group, "Answer", 0, "application/json", kit);
        final Processor answerProblem = addAnswer(group, "Answer with Problem", 1, "application/problem+json", kit)
                .dynamicProperty("WWW-Authenticate", "${api.status:equals('401'):ifElse('Bearer', '')}")
                .dynamicProperty("Retry-After", "${api.status:equals('429'):or(${api.status:equals('503')}):ifElse('1', '')}");
        group.connect(input, choose);
        group.connect(choose, answer, "unmatched");
        group.connect(choose, write, "problem");
        group.connect(write, answerProblem, "success");
    }

    private static Processor addAnswer(final Group group, final String name, final int column, final String type, final Kit kit) {
        return group.processor(ComponentType.HANDLE_HTTP_RESPONSE, name, column, 2, "Answers the request. One whose caller has gone is dropped: what was written stays written.")
                .service("HTTP Context Map", kit.contexts())
                .property("HTTP Status Code", "${api.status}")
                .dynamicProperty("Content-Type", type)
                .end("success", "failure")
                .concurrentTasks(2);
    }

    private void addLabels() {
        root.help("""
                How to use
                1. Create the table: templates/ddl/central-customers.sql.
                2. Right-click the canvas → Parameters: the database, the keystore with the API's certificate, and the three secrets.
                3. Right-click the canvas → Enable all controller services, then Start.
                4. curl -H "Authorization: Bearer TOKEN" -d '[{"source_id": "7", "full_name": "Ada Lovelace", "updated_at": "2024-04-01T00:00:00Z"}]' https://HOST:8443/customers
                5. Another system: in Requests, on Authorize, add a property named after it, choose Sensitive Value, and give its token.""", Grid.GROUP_INDENT, -200, 1584, 152);
    }
}
