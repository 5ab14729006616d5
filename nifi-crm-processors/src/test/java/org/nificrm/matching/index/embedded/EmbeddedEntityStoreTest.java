package org.nificrm.matching.index.embedded;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityStoreContract;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.RecordWrite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasSavedIsThereWheneverTheFileIsOpenedThoughOtherWorkFailed(final long seed) throws IOException {
        final Random random = new Random(seed);
        final Map<SourceKey, String> expected = new HashMap<>();
        for (int opening = 0; opening < 4; opening++) {
            for (int unit = 0; unit < 60; unit++) {
                final Map<SourceKey, String> values = new HashMap<>();
                random.ints(1 + random.nextInt(200), 0, 2_000).forEach(number -> values.put(new SourceKey("crm", "" + number), "values " + random.nextInt()));
                final byte[] content = new byte[random.nextInt(2_000)];
                final boolean fails = random.nextInt(5) == 0;
                try {
                    store.transact(transaction -> saveAndMove(transaction, values, content, fails));
                    expected.putAll(values);
                } catch (final BrokenOff e) {
                    assertTrue(fails);
                }
            }

            reopened();
            assertEquals(expected, store.transact(transaction -> {
                final Map<SourceKey, String> found = new HashMap<>();
                transaction.find(expected.keySet()).values().forEach(record -> found.put(record.key(), record.matchValues()));
                return found;
            }));
        }
    }

    private static Void saveAndMove(final EntityTransaction transaction, final Map<SourceKey, String> values, final byte[] content, final boolean fails)
            throws IOException {
        final long[] ids = transaction.save(values.entrySet().stream().map(value -> new RecordWrite(value.getKey(), value.getValue(), content)).toList(), 1);
        transaction.assign(Arrays.stream(ids).boxed().collect(Collectors.toMap(id -> id, id -> new UUID(0, id % 50))), 2);
        if (fails) {
            throw new BrokenOff();
        }

        return null;
    }

    private static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
