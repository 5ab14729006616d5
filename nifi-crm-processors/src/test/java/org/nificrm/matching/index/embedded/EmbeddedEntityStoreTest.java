package org.nificrm.matching.index.embedded;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityStoreContract;

import java.io.IOException;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assertions.assertThrows;

class EmbeddedEntityStoreTest extends EntityStoreContract {

    @TempDir
    private Path folder;
    private EmbeddedEntityStore store;

    @Override
    protected EntityStore emptyStore() throws IOException {
        store = EmbeddedEntityStore.open(folder.resolve("customers.index"));
        return store;
    }

    @Override
    protected EntityStore shared() {
        return store;
    }

    @Override
    protected EntityStore reopened() throws IOException {
        store.close();
        return emptyStore();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aFileInUseIsRefused() {
        assertThrows(IOException.class, () -> EmbeddedEntityStore.open(folder.resolve("customers.index")));
    }
}
