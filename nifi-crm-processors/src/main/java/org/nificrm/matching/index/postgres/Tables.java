package org.nificrm.matching.index.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The tables of one index: several indexes live beside each other in a database under different prefixes.
 *
 * @param prefix start of the table names, lower case, optionally with a schema: {@code crm_index} or {@code mdm.crm_index}
 */
public record Tables(String prefix) {

    /** What a prefix may look like; it is part of SQL text and therefore never quoted or escaped. */
    public static final Pattern PREFIX = Pattern.compile("(?:[a-z_][a-z0-9_]{0,39}\\.)?[a-z_][a-z0-9_]{0,39}");

    public Tables {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("Table prefix must consist of lower-case letters, digits and underscores, with an optional schema before a dot");
        }
    }

    String records() {
        return prefix + "_record";
    }

    String constraints() {
        return prefix + "_constraint";
    }

    String unsettled() {
        return prefix + "_unsettled";
    }

    String possibleMatches() {
        return prefix + "_possible_match";
    }

    String consequences() {
        return prefix + "_consequence";
    }

    String models() {
        return prefix + "_model";
    }

    String sequence() {
        return prefix + "_record_id_seq";
    }

    /** Key of the advisory lock that units of work share, and that one which must run alone holds by itself. */
    long lock() {
        return lock("");
    }

    /** Key of the advisory lock that a unit of work holds from saving records until they are published. */
    long savingLock() {
        return lock(" saving");
    }

    private long lock(final String purpose) {
        return UUID.nameUUIDFromBytes(("nifi-crm index " + prefix + purpose).getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    /** Creates what is missing; safe to be called by several nodes at once. */
    void create(final Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + lock() + ")");
            for (final String definition : definitions()) {
                statement.execute(definition);
            }
        }
    }

    /** The definitions of the tables, each creating what is missing. */
    public List<String> definitions() {
        return List.of("""
                CREATE TABLE IF NOT EXISTS %s (
                    id            bigserial PRIMARY KEY,
                    source_system text   NOT NULL,
                    source_id     text   NOT NULL,
                    entity_id     uuid   NOT NULL,
                    match_values  text   NOT NULL,
                    revision      bigint NOT NULL,
                    content       bytea  NOT NULL,
                    change        bigserial,
                    UNIQUE (source_system, source_id))""".formatted(records()),
                "CREATE INDEX IF NOT EXISTS %s_entity ON %s (entity_id)".formatted(unqualified(), records()),
                "CREATE INDEX IF NOT EXISTS %s_change ON %s (change)".formatted(unqualified(), records()),
                """
                CREATE TABLE IF NOT EXISTS %s (
                    first_system  text NOT NULL,
                    first_id      text NOT NULL,
                    second_system text NOT NULL,
                    second_id     text NOT NULL,
                    kind          text NOT NULL,
                    PRIMARY KEY (first_system, first_id, second_system, second_id))""".formatted(constraints()),
                "CREATE INDEX IF NOT EXISTS %s_constraint_second ON %s (second_system, second_id)".formatted(unqualified(), constraints()),
                "CREATE TABLE IF NOT EXISTS %s (record_id bigint PRIMARY KEY)".formatted(unsettled()),
                """
                CREATE TABLE IF NOT EXISTS %s (
                    older bigint NOT NULL,
                    newer bigint NOT NULL,
                    PRIMARY KEY (older, newer))""".formatted(possibleMatches()),
                "CREATE INDEX IF NOT EXISTS %s_possible_match_newer ON %s (newer)".formatted(unqualified(), possibleMatches()),
                """
                CREATE TABLE IF NOT EXISTS %s (
                    record_id bigint NOT NULL,
                    entity_id uuid   NOT NULL,
                    PRIMARY KEY (record_id, entity_id))""".formatted(consequences()),
                """
                CREATE TABLE IF NOT EXISTS %s (
                    id       integer PRIMARY KEY CHECK (id = 1),
                    document text NOT NULL)""".formatted(models()));
    }

    private String unqualified() {
        return prefix.substring(prefix.indexOf('.') + 1);
    }
}
