package org.nificrm.matching.index.embedded;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityStoreContract;
import org.nificrm.matching.index.RecordWrite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void theFileDoesNotGrowWithEveryVersionOfARecord() throws IOException {
        final List<RecordWrite> records = IntStream.range(0, 200)
                .mapToObj(number -> new RecordWrite(new SourceKey("crm", "" + number), "values", new byte[1_000])).toList();
        store.transact(transaction -> transaction.save(records, 0));
        final long once = Files.size(folder.resolve("customers.index"));
        for (int version = 1; version <= 50; version++) {
            final long revision = version;
            store.transact(transaction -> transaction.save(records, revision));
        }

        assertTrue(Files.size(folder.resolve("customers.index")) < 10 * once);
    }
}
