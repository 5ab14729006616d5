package org.nificrm.migration;

import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.samples.LegacyExport;
import org.nificrm.samples.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The full-migration template with legacy systems to read. */
final class MigrationFlow extends CustomerFlow {

    private final String legacyDatabase;

    /** @param name of this run: lower-case letters and underscores */
    MigrationFlow(final NifiApi nifi, final PostgresServer postgres, final String name) throws IOException, SQLException {
        super(nifi, postgres, "full-migration", name);
        this.legacyDatabase = name + "_legacy";
        postgres.createDatabase(legacyDatabase);
        for (final String source : List.of("western_crm", "chinese_erp", "office")) {
            Files.createDirectories(directory(source));
        }

        importFlow(sources());
    }

    private Map<String, String> sources() {
        final Map<String, String> parameters = new HashMap<>();
        parameters.put("Western CRM Directory", directory("western_crm").toString());
        parameters.put("Chinese ERP Directory", directory("chinese_erp").toString());
        parameters.put("Office Directory", directory("office").toString());
        parameters.put("Legacy Table Slice", "200");
        parameters.putAll(RealPostgres.parameters("Legacy Database", postgres().url(legacyDatabase)));

        return parameters;
    }

    /** Puts a sample where the legacy systems are, over what was there. */
    void export(final Sample sample, final int rowsPerFile) throws IOException, SQLException {
        try (Connection connection = postgres().connect(legacyDatabase)) {
            new LegacyExport(directory("."), connection, rowsPerFile).write(sample);
        }
    }
}
