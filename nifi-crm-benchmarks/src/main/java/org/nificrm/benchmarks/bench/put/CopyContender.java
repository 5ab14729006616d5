package org.nificrm.benchmarks.bench.put;

import org.postgresql.PGConnection;

import java.io.ByteArrayInputStream;
import java.sql.Connection;

/** The database's own loader: no look-up, no outcome, nothing to be done about a bad row. */
final class CopyContender extends Contender {

    private final CustomerTable table;

    CopyContender(final CustomerTable table) {
        super(table);
        this.table = table;
    }

    @Override
    String name() {
        return "COPY";
    }

    @Override
    boolean canReplay() {
        return false;
    }

    @Override
    void write() throws Exception {
        try (Connection connection = table.connect()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY %s (%s) FROM STDIN WITH (FORMAT csv, HEADER true)".formatted(CustomerTable.NAME, String.join(", ", CustomerTable.FIELDS)),
                    new ByteArrayInputStream(table.csv()));
        }
    }
}
