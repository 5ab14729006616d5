package org.nificrm.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;

/**
 * Hands a sample over as its legacy systems would: files below {@code western_crm/}, {@code chinese_erp/} and {@code office/}, and
 * the table {@value LegacyTable#NAME}.
 */
public final class LegacyExport {

    private final Path directory;
    private final Connection database;
    private final int rowsPerFile;

    /**
     * @param directory   gets one folder a system
     * @param database    gets the table anew; stays open
     * @param rowsPerFile customers in a file at most
     */
    public LegacyExport(final Path directory, final Connection database, final int rowsPerFile) {
        if (rowsPerFile < 1) {
            throw new IllegalArgumentException("%d rows per file are impossible; give 1 or more".formatted(rowsPerFile));
        }

        this.directory = directory;
        this.database = database;
        this.rowsPerFile = rowsPerFile;
    }

    public void write(final Sample sample) throws IOException {
        try (LegacyWriter westernCrm = new NumberedFiles(directory, LegacySystem.WESTERN_CRM, "csv", rowsPerFile, LegacyWesternCrm::new);
             LegacyWriter erp = new NumberedFiles(directory, LegacySystem.CHINESE_ERP, "json", rowsPerFile, LegacyErp::new);
             LegacyWriter office = new NumberedFiles(directory, LegacySystem.OFFICE, "xml", rowsPerFile, LegacyOffice::new);
             LegacyWriter table = new LegacyTable(database)) {
            for (final CustomerRow row : sample) {
                final LegacyWriter writer = switch (row.system()) {
                    case WESTERN_CRM -> westernCrm;
                    case CHINESE_ERP -> erp;
                    case OFFICE -> office;
                    case OLD_CRM -> table;
                };
                writer.write(row);
            }
        }
    }
}
