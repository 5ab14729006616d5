package org.nificrm.matching.index.postgres;

import org.nificrm.delivery.jdbc.TestDatabase;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityStoreContract;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

class PostgresEntityStoreTest extends EntityStoreContract {

    private static final AtomicInteger INDEXES = new AtomicInteger();

    private Tables tables;

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
        return new PostgresEntityStore(TestDatabase.POSTGRESQL::connect, tables);
    }
}
