package org.nificrm.migration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** All kinds of bad input at once, in folders beside good input: each is set aside with a reason, and the good records arrive. */
@ExtendWith({RealNifi.class, RealPostgres.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final int HUGE = 50 * 1024 * 1024;
    private static final Set<String> GOOD = Set.of("western_crm/good-1", "western_crm/good-2", "western_crm/columns-1", "western_crm/columns-2",
            "western_crm/quote-1", "western_crm/long-1", "western_crm/long-2", "western_crm/street-2", "western_crm/huge-1", "western_crm/huge-2",
            "chinese_erp/json-good", "chinese_erp/json-before", "office/xml-good");
    private static final String CSV_HEADER = "id,name,type,email,phone,birth_date,gender,tax_id,street,city,state,zip,country,status,updated\n";
    private static final String XML_HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private MigrationFlow flow;
    private Set<String> arrived;

    @BeforeAll
    void migrate(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        flow = new MigrationFlow(nifi, postgres, "bad_input");
        flow.crm().execute("CREATE UNIQUE INDEX one_customer_a_street ON new_crm_customers (address_line1)");
        writeCsv();
        writeJson();
        writeXml();
        flow.start();
        Await.until(TIMEOUT, () -> isComplete() && flow.isIdle(), () -> arrived());
        arrived = arrived();
    }

    @AfterAll
    void close() {
        flow.close();
    }

    private void writeCsv() throws IOException {
        write("western_crm", "good.csv", CSV_HEADER + csv("good-1") + csv("good-2"));
        write("western_crm", "empty.csv", "");
        write("western_crm", "header-only.csv", CSV_HEADER);
        write("western_crm", "columns.csv", CSV_HEADER + csv("columns-1") + "columns-short,Ann\n" + csv("columns-2"));
        write("western_crm", "quote.csv", CSV_HEADER + csv("quote-1") + "quote-open,\"Ann\n" + csv("quote-2"));
        write("western_crm", "unknown-source.csv", "foo,bar\n1,2\n");
        write("western_crm", "too-long.csv", CSV_HEADER + csv("long-1") + csv("long-city").replace("Boston", "B".repeat(101)) + csv("long-2"));
        write("western_crm", "same-street.csv", CSV_HEADER + csv("street-1").replace(",,Boston", ",12 Elm Street,Boston")
                + csv("street-same").replace(",,Boston", ",12 Elm Street,Boston").replace("Ann Lee", "Walter Brinkmann") + csv("street-2"));
        try (BufferedWriter writer = Files.newBufferedWriter(flow.directory("western_crm").resolve("huge.csv"))) {
            writer.write(CSV_HEADER + csv("huge-1") + "huge-name,");
            writer.write("x".repeat(HUGE));
            writer.write(csv("huge-name").substring("huge-name,Ann Lee".length()) + csv("huge-2"));
        }
    }

    private void writeJson() throws IOException {
        write("chinese_erp", "good.json", "[" + json("json-good") + "]");
        write("chinese_erp", "truncated.json", "[" + json("json-before") + "," + json("json-cut").substring(0, 60));
    }

    private void writeXml() throws IOException {
        final StringBuilder entities = new StringBuilder("<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }

        final Path secret = write("office", "secret.txt", "top secret");
        write("office", "good.xml", XML_HEADER + "<contacts>" + xml("xml-good", "Ann") + "</contacts>");
        write("office", "bomb.xml", XML_HEADER + "<!DOCTYPE contacts [" + entities + "]><contacts>" + xml("xml-bomb", "&e29;") + "</contacts>");
        write("office", "external.xml", XML_HEADER + "<!DOCTYPE contacts [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><contacts>"
                + xml("xml-external", "&x;") + "</contacts>");
    }

    private Path write(final String source, final String name, final String text) throws IOException {
        return Files.writeString(flow.directory(source).resolve(name), text);
    }

    private static String csv(final String id) {
        return "%s,Ann Lee,P,%s@example.com,,,,,,Boston,MA,02101,US,A,2024-01-02 03:04:05\n".formatted(id, id);
    }

    private static String json(final String id) {
        return """
                {"custNo":"%s","custName":"王芳","custType":"个人","address":{"city":"北京市"},"state":"正常","modified":"2024-01-02 03:04:05","orders":[]}""".formatted(id);
    }

    private static String xml(final String id, final String name) {
        return "<contact id=\"%s\"><kind>个人</kind><givenName>%s</givenName><state>在用</state><modifiedAt>2024-01-02T03:04:05+08:00</modifiedAt></contact>"
                .formatted(id, name);
    }

    /** Keys of the source records whose customer is in the CRM. */
    private Set<String> arrived() {
        return flow.crm().rows("new_crm_customer_keys WHERE golden_id IN (SELECT golden_id FROM new_crm_customers)").keySet();
    }

    private boolean isComplete() {
        return arrived().containsAll(GOOD)
                && quarantined("western_crm").contains("quote-open")
                && quarantined("chinese_erp").contains("json-cut")
                && quarantined("office").contains("xml-bomb");
    }

    @Test
    void everyGoodRecordBesideABadOneArrives() {
        assertTrue(arrived.containsAll(GOOD), () -> "of " + GOOD + " only " + arrived);
    }

    @Test
    void aLineWithTooFewColumnsIsQuarantinedWithItsReasons() {
        assertFalse(arrived.contains("western_crm/columns-short"));
        assertReason("western_crm", "columns-short", "MAP_REQUIRED_MISSING");
    }

    @Test
    void aFileWithAnOpenQuoteIsQuarantinedAsItCame() {
        assertTrue(quarantined("western_crm").contains("quote-open,\"Ann"));
    }

    @Test
    void recordsOfAnUnknownSourceAreQuarantined() {
        assertReason("western_crm", "\"foo\":\"1\"", "MAP_REQUIRED_MISSING");
    }

    @Test
    void aValueTooLongForItsColumnIsRejectedAndNotCut() {
        assertFalse(arrived.contains("western_crm/long-city"));
        assertReason("western_crm", "long-city", "longer than the 100 characters");
    }

    @Test
    void aFieldOfFiftyMegabytesIsRejectedAlone() {
        assertFalse(arrived.contains("western_crm/huge-name"));
        assertReason("western_crm", "huge-name", "longer than the 200 characters");
    }

    @Test
    void ofTwoCustomersThatMayNotShareAValueOneArrivesAndTheOtherIsRejected() {
        assertEquals(1, flow.crm().count("new_crm_customers WHERE address_line1 = '12 Elm Street'"));
        assertReason("customers", "12 Elm Street", "one_customer_a_street");
    }

    @Test
    void aTruncatedFileIsQuarantinedAsItCame() {
        assertFalse(arrived.contains("chinese_erp/json-cut"));
        assertTrue(quarantined("chinese_erp").contains("json-cut"));
    }

    @Test
    void entitiesAreNeitherExpandedNorFetched() {
        final String everything = flow.crm().rows("new_crm_customers").toString() + quarantined("office");

        assertFalse(everything.contains("haha"));
        assertFalse(everything.contains("top secret"));
    }

    private void assertReason(final String folder, final String record, final String reason) {
        assertTrue(files(folder).anyMatch(text -> text.contains(record) && text.contains(reason)),
                () -> "no file with " + record + " and " + reason + " in " + files(folder).map(text -> text.substring(0, Math.min(500, text.length()))).toList());
    }

    private String quarantined(final String folder) {
        return String.join("\n", files(folder).toList());
    }

    private Stream<String> files(final String folder) {
        try {
            return flow.quarantined(folder).stream();
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
