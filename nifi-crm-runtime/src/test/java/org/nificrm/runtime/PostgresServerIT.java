package org.nificrm.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresServerIT {

    private static final Path DIRECTORY = Checkout.current().instances().resolve("test/postgres-start");

    @Test
    void aStartEndsTheServerThatAnEarlierRunLeftBehindAndBeginsEmpty() throws IOException, SQLException {
        try (PostgresServer leftBehind = PostgresServer.start(DIRECTORY, Ports.free());
             Connection connection = leftBehind.connect("postgres")) {
            leftBehind.createDatabase("crm");
            try (PostgresServer server = PostgresServer.start(DIRECTORY, Ports.free())) {
                assertFalse(connection.isValid(5));
                assertThrows(SQLException.class, () -> server.connect("crm"));
            }
        }
    }
}
