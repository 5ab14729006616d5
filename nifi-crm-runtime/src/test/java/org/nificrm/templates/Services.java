package org.nificrm.templates;

/** Controller services that several templates have alike, each with the parameters it needs. */
final class Services {

    /** Up to here one text too long for its column is refused alone, beyond it the whole file. */
    static final String LONGEST_TEXT = "100 MB";

    private Services() {
    }

    /** Reads what {@link #recordWriter} wrote. */
    static Service recordReader(final Group group) {
        return group.service(ComponentType.JSON_TREE_READER, "Record Reader",
                        "Reads what the Record Writer wrote, by the schema in the FlowFile's attribute avro.schema.")
                .property("schema-access-strategy", "schema-text-property")
                .property("schema-text", "${avro.schema}")
                .property("Date Format", "yyyy-MM-dd")
                .property("Max String Length", LONGEST_TEXT);
    }

    /** Writes records between the stages and into files. */
    static Service recordWriter(final Group group) {
        return group.service(ComponentType.JSON_RECORD_SET_WRITER, "Record Writer",
                        "Writes records between the stages and into quarantine as JSON; their schema travels in the attribute avro.schema.")
                .property("schema-access-strategy", "inherit-record-schema")
                .property("Schema Write Strategy", "full-schema-attribute")
                .property("output-grouping", "output-array")
                .property("Date Format", "yyyy-MM-dd");
    }

    /** Writes records for other systems: plain JSON, without what is null. */
    static Service messageWriter(final Group group, final String name, final String comment) {
        return group.service(ComponentType.JSON_RECORD_SET_WRITER, name, comment)
                .property("schema-access-strategy", "inherit-record-schema")
                .property("Schema Write Strategy", "no-schema")
                .property("output-grouping", "output-array")
                .property("suppress-nulls", "always-suppress")
                .property("Date Format", "yyyy-MM-dd")
                .property("Timestamp Format", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }

    /**
     * Connections to a database, by the parameters of {@link #addDatabaseParameters}.
     *
     * @param name of the service and of its parameters
     */
    static Service database(final Group group, final String name, final String comment) {
        return group.service(ComponentType.DBCP_CONNECTION_POOL, name, comment)
                .property("Database Connection URL", "#{%s URL}".formatted(name))
                .property("Database Driver Class Name", "#{%s Driver}".formatted(name))
                .property("database-driver-locations", "#{%s Driver Location}".formatted(name))
                .property("Database User", "#{%s User}".formatted(name))
                .sensitiveProperty("Password", "#{%s Password}".formatted(name))
                .property("Max Wait Time", "30 seconds")
                .property("Max Total Connections", "8");
    }

    /**
     * @param database name at the end of the URL
     * @param what     it is, as the end of "JDBC URL of …"
     * @param rights   as the end of "User that may …"
     */
    static void addDatabaseParameters(final FlowDefinition definition, final String name, final String database, final String user, final String what,
            final String rights) {
        definition
                .parameter(name + " URL", "jdbc:postgresql://localhost:5432/" + database, "JDBC URL of " + what)
                .parameter(name + " Driver", "org.postgresql.Driver",
                        "Class name of its JDBC driver: org.postgresql.Driver, org.mariadb.jdbc.Driver, com.mysql.cj.jdbc.Driver, org.h2.Driver …")
                .parameter(name + " Driver Location", "/opt/nifi/drivers/postgresql.jar",
                        "Path of the driver's jar file on the machine NiFi runs on, or of a folder with jar files.")
                .parameter(name + " User", user, "User that may " + rights)
                .sensitiveParameter(name + " Password", "Password of that user. Any text if the database asks for none.");
    }

    /** A CRM that is a database. */
    static Service jdbcCrmClient(final Group group, final String name, final String comment, final Service database) {
        return group.service(ComponentType.JDBC_CRM_CLIENT, name, comment).service("Database Connection Pooling Service", database);
    }
}
