package org.nificrm.samples;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LegacyExportTest {

    private static final Sample SAMPLE = new Sample(11, 600);

    @TempDir
    private Path directory;

    private Connection database;

    @BeforeEach
    void openDatabase() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:");
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        database.close();
    }

    @Test
    void everyRowIsInItsOwnSystem() throws Exception {
        new LegacyExport(directory, database, 1000).write(SAMPLE);

        assertEquals(rowsOf(LegacySystem.WESTERN_CRM), occurrences("western_crm", "\n") - 1);
        assertEquals(rowsOf(LegacySystem.CHINESE_ERP), occurrences("chinese_erp", "\"custNo\""));
        assertEquals(rowsOf(LegacySystem.OFFICE), occurrences("office", "<contact "));
        try (Statement statement = database.createStatement();
             ResultSet count = statement.executeQuery("SELECT count(*) FROM " + LegacyTable.NAME)) {
            count.next();
            assertEquals(rowsOf(LegacySystem.OLD_CRM), count.getLong(1));
        }
    }

    @Test
    void secondExportEqualsTheFirst() throws Exception {
        new LegacyExport(directory.resolve("first"), database, 1000).write(SAMPLE);
        new LegacyExport(directory.resolve("second"), database, 1000).write(SAMPLE);

        assertEquals(text("first/office"), text("second/office"));
        assertEquals(text("first/western_crm"), text("second/western_crm"));
        assertEquals(text("first/chinese_erp"), text("second/chinese_erp"));
    }

    @Test
    void longExportsAreSplitIntoFiles() throws Exception {
        new LegacyExport(directory, database, 50).write(SAMPLE);

        final long expected = (rowsOf(LegacySystem.WESTERN_CRM) + 49) / 50;
        assertEquals(expected, files("western_crm").size());
        assertTrue(expected > 1);
    }

    private static long rowsOf(final LegacySystem system) {
        return StreamSupport.stream(SAMPLE.spliterator(), false).filter(row -> row.system() == system).count();
    }

    private long occurrences(final String folder, final String token) throws IOException {
        return text(folder).split(token, -1).length - 1;
    }

    private String text(final String folder) throws IOException {
        final StringBuilder text = new StringBuilder();
        for (final Path file : files(folder)) {
            text.append(Files.readString(file));
        }

        return text.toString();
    }

    private List<Path> files(final String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
