package org.nificrm.samples;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The CSV export of a Western CRM: full name in one column, codes of one letter, times in UTC. */
final class LegacyWesternCrm implements LegacyWriter {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setHeader("id", "name", "type", "email", "phone", "birth_date", "gender", "tax_id", "street", "city", "state", "zip", "country",
                    "status", "updated")
            .setRecordSeparator('\n')
            .get();

    private final CSVPrinter printer;

    LegacyWesternCrm(final Path file) throws IOException {
        this.printer = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT);
    }

    @Override
    public void write(final CustomerRow row) throws IOException {
        final LegacySpelling spelling = new LegacySpelling(row);
        printer.printRecord(
                spelling.key(),
                spelling.typed(spelling.person() ? Field.FULL_NAME : Field.COMPANY_NAME),
                spelling.person() ? "P" : "C",
                spelling.typed(Field.EMAIL),
                spelling.typed(Field.PHONE),
                spelling.birthDate(ISO, AMERICAN),
                spelling.gender("F", "M"),
                spelling.text(Field.TAX_ID),
                spelling.text(Field.ADDRESS_LINE1),
                spelling.text(Field.CITY),
                spelling.text(Field.REGION),
                spelling.text(Field.POSTAL_CODE),
                spelling.text(Field.COUNTRY),
                spelling.status("A", "I", "X"),
                TIME.format(row.updatedAt()));
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
