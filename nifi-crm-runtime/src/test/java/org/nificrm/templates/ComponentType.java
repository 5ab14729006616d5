package org.nificrm.templates;

import java.util.List;
import java.util.Set;

/**
 * A type of processor or controller service.
 *
 * @param name     fully qualified class
 * @param artifact NAR that offers it
 * @param group    the NAR's group
 * @param version  the NAR's version; an import takes whatever version is installed
 * @param apis     service interfaces it implements; none for a processor
 */
record ComponentType(String name, String group, String artifact, String version, List<Api> apis) {

    private static final String NIFI_GROUP = "org.apache.nifi";
    private static final String NIFI_VERSION = "2.3.0";
    private static final String OWN_GROUP = "org.nificrm";
    private static final String OWN_ARTIFACT = "nifi-crm-nar";
    private static final String OWN_VERSION = "0.1.0";
    private static final String SERVICES_API = "nifi-standard-services-api-nar";

    private static final Set<String> REPORTING = Set.of("org.nificrm.processors.MapToCrmSchema", "org.nificrm.processors.CleanseCustomer",
            "org.nificrm.processors.DedupCustomer", "org.nificrm.processors.PutCrmCustomer", "org.nificrm.processors.ReconcileCrmCustomer");

    static final ComponentType LIST_FILE = standard("ListFile");
    static final ComponentType FETCH_FILE = standard("FetchFile");
    static final ComponentType PUT_FILE = standard("PutFile");
    static final ComponentType CONVERT_RECORD = standard("ConvertRecord");
    static final ComponentType FORK_RECORD = standard("ForkRecord");
    static final ComponentType GENERATE_TABLE_FETCH = standard("GenerateTableFetch");
    static final ComponentType QUERY_DATABASE_TABLE_RECORD = standard("QueryDatabaseTableRecord");
    static final ComponentType EXECUTE_SQL_RECORD = standard("ExecuteSQLRecord");
    static final ComponentType HANDLE_HTTP_REQUEST = standard("HandleHttpRequest");
    static final ComponentType HANDLE_HTTP_RESPONSE = standard("HandleHttpResponse");
    static final ComponentType INVOKE_HTTP = standard("InvokeHTTP");
    static final ComponentType CONTROL_RATE = standard("ControlRate");
    static final ComponentType ROUTE_ON_ATTRIBUTE = standard("RouteOnAttribute");
    static final ComponentType REPLACE_TEXT = standard("ReplaceText");
    static final ComponentType UPDATE_RECORD = standard("UpdateRecord");
    static final ComponentType GENERATE_FLOW_FILE = standard("GenerateFlowFile");
    static final ComponentType PARTITION_RECORD = standard("PartitionRecord");
    static final ComponentType SPLIT_RECORD = standard("SplitRecord");
    static final ComponentType RETRY_FLOW_FILE = standard("RetryFlowFile");
    static final ComponentType EVALUATE_JSON_PATH = standard("EvaluateJsonPath");
    static final ComponentType PUT_SQL = standard("PutSQL");
    static final ComponentType SPLIT_CONTENT = standard("SplitContent");
    static final ComponentType SPLIT_JSON = standard("SplitJson");
    static final ComponentType EXTRACT_TEXT = standard("ExtractText");
    static final ComponentType MERGE_CONTENT = standard("MergeContent");
    static final ComponentType CRYPTOGRAPHIC_HASH_CONTENT = standard("CryptographicHashContent");
    static final ComponentType LOG_MESSAGE = standard("LogMessage");
    static final ComponentType UPDATE_ATTRIBUTE = new ComponentType("org.apache.nifi.processors.attributes.UpdateAttribute", NIFI_GROUP,
            "nifi-update-attribute-nar", NIFI_VERSION, List.of());

    static final ComponentType MAP_TO_CRM_SCHEMA = own("org.nificrm.processors.MapToCrmSchema");
    static final ComponentType CLEANSE_CUSTOMER = own("org.nificrm.processors.CleanseCustomer");
    static final ComponentType AUTHORIZE_REQUEST = own("org.nificrm.processors.AuthorizeRequest");
    static final ComponentType SIGN_WEBHOOK = own("org.nificrm.processors.SignWebhook");
    static final ComponentType DEDUP_CUSTOMER = own("org.nificrm.processors.DedupCustomer");
    static final ComponentType PUT_CRM_CUSTOMER = own("org.nificrm.processors.PutCrmCustomer");
    static final ComponentType RECONCILE_CRM_CUSTOMER = own("org.nificrm.processors.ReconcileCrmCustomer");
    static final ComponentType REPORT_MIGRATION = own("org.nificrm.processors.ReportMigration");
    static final ComponentType JDBC_CRM_CLIENT = crmClient("JdbcCrmClient");
    static final ComponentType REST_CRM_CLIENT = crmClient("RestCrmClient");

    static final ComponentType EMBEDDED_CUSTOMER_INDEX = customerIndex("EmbeddedCustomerIndex");
    static final ComponentType POSTGRES_CUSTOMER_INDEX = customerIndex("PostgresCustomerIndex");

    static final ComponentType CSV_READER = reader("org.apache.nifi.csv.CSVReader");
    static final ComponentType JSON_TREE_READER = reader("org.apache.nifi.json.JsonTreeReader");
    static final ComponentType XML_READER = reader("org.apache.nifi.xml.XMLReader");
    static final ComponentType JSON_RECORD_SET_WRITER = writer("org.apache.nifi.json.JsonRecordSetWriter");
    static final ComponentType CSV_RECORD_SET_WRITER = writer("org.apache.nifi.csv.CSVRecordSetWriter");
    static final ComponentType DBCP_CONNECTION_POOL = new ComponentType("org.apache.nifi.dbcp.DBCPConnectionPool", NIFI_GROUP,
            "nifi-dbcp-service-nar", NIFI_VERSION, List.of(platformApi("org.apache.nifi.dbcp.DBCPService")));

    static final ComponentType HTTP_CONTEXT_MAP = new ComponentType("org.apache.nifi.http.StandardHttpContextMap", NIFI_GROUP,
            "nifi-http-context-map-nar", NIFI_VERSION, List.of(platformApi("org.apache.nifi.http.HttpContextMap")));
    static final ComponentType SSL_CONTEXT_SERVICE = new ComponentType("org.apache.nifi.ssl.StandardRestrictedSSLContextService", NIFI_GROUP,
            "nifi-ssl-context-service-nar", NIFI_VERSION, List.of(platformApi("org.apache.nifi.ssl.RestrictedSSLContextService")));

    /** A service interface and the NAR it comes in. */
    record Api(String name, String group, String artifact, String version) {
    }

    private static ComponentType standard(final String simpleName) {
        return new ComponentType("org.apache.nifi.processors.standard." + simpleName, NIFI_GROUP, "nifi-standard-nar", NIFI_VERSION, List.of());
    }

    private static ComponentType own(final String name, final Api... apis) {
        return new ComponentType(name, OWN_GROUP, OWN_ARTIFACT, OWN_VERSION, List.of(apis));
    }

    private static ComponentType customerIndex(final String simpleName) {
        return own("org.nificrm.services." + simpleName, new Api("org.nificrm.services.CustomerIndexService", OWN_GROUP, OWN_ARTIFACT, OWN_VERSION));
    }

    private static ComponentType crmClient(final String simpleName) {
        return own("org.nificrm.services." + simpleName, new Api("org.nificrm.services.CrmClientService", OWN_GROUP, OWN_ARTIFACT, OWN_VERSION));
    }

    private static ComponentType reader(final String name) {
        return new ComponentType(name, NIFI_GROUP, "nifi-record-serialization-services-nar", NIFI_VERSION,
                List.of(platformApi("org.apache.nifi.serialization.RecordReaderFactory")));
    }

    private static ComponentType writer(final String name) {
        return new ComponentType(name, NIFI_GROUP, "nifi-record-serialization-services-nar", NIFI_VERSION,
                List.of(platformApi("org.apache.nifi.serialization.RecordSetWriterFactory")));
    }

    private static Api platformApi(final String name) {
        return new Api(name, NIFI_GROUP, SERVICES_API, NIFI_VERSION);
    }

    /** Whether it reports about each FlowFile to whom it may concern. */
    boolean reports() {
        return REPORTING.contains(name);
    }

    boolean isOwn() {
        return group.equals(OWN_GROUP);
    }
}
