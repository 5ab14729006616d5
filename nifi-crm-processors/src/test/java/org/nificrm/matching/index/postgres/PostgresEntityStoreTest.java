package org.nificrm.matching.index.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityStoreContract;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

class PostgresEntityStoreTest extends EntityStoreContract {

    private static final AtomicInteger INDEXES = new AtomicInteger();

    private static EmbeddedPostgres server;
    private Tables tables;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    protected EntityStore emptyStore() throws IOException {
        tables = new Tables("index_" + INDEXES.incrementAndGet());
        return reopened();
    }

    @Override
    protected EntityStore shared() throws IOException {
        return reopened();
    }

    @Override
    protected EntityStore reopened() throws IOException {
        return new PostgresEntityStore(server.getPostgresDatabase()::getConnection, tables);
    }
}
