package org.nificrm.templates;

import org.nificrm.runtime.Checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The flow definitions that this project ships, and what makes each of them. */
enum Template {

    FULL_MIGRATION("full-migration.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new FullMigration().build();
        }
    },
    PUBLISH_CHANGES("publish-changes.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new PublishChanges().build();
        }
    },
    PULL_FROM_REST_CRM("pull-from-rest-crm.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new PullFromRestCrm().build();
        }
    },
    INCREMENTAL_SYNC("incremental-sync.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new IncrementalSync().build();
        }
    },
    QUARANTINE_REPLAY("quarantine-replay.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new QuarantineReplay().build();
        }
    },
    CUSTOMER_API("customer-api.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new CustomerApi().build();
        }
    },
    MERGE_CRMS("merge-crms.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new MergeCrms().build();
        }
    },
    RECONCILE("reconcile.json") {
        @Override
        FlowDefinition build() {
            return new Reconcile().build();
        }
    },
    BACKUP_RESTORE("backup-restore.json") {
        @Override
        FlowDefinition build() {
            return new BackupRestore().build();
        }
    },
    PARALLEL_MIGRATION("parallel-migration.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new ParallelMigration().build();
        }
    },
    SYNC_TO_REST_CRM("sync-to-rest-crm.json") {
        @Override
        FlowDefinition build() throws IOException {
            return new SyncToRestCrm().build();
        }
    };

    private final String fileName;

    Template(final String fileName) {
        this.fileName = fileName;
    }

    abstract FlowDefinition build() throws IOException;

    Path file() {
        return Checkout.current().templates().resolve(fileName);
    }

    /** A mapping document as it is written into a template. */
    static String mapping(final String name) throws IOException {
        return read("mappings", name);
    }

    /** The Avro schema of a source's records as it is written into a template. */
    static String schema(final String name) throws IOException {
        return read("schemas", name);
    }

    private static String read(final String folder, final String name) throws IOException {
        return Files.readString(Checkout.current().templates().resolve(folder).resolve(name + ".json")).strip();
    }
}
