package org.nificrm.templates;

import java.io.IOException;

/**
 * The way of customers into the central table: mapped, cleansed and written once, one stage below the other; what a stage cannot let
 * through is kept beside it.
 */
final class CentralTable {

    private static final int ROWS_A_STAGE = 2;

    private final Group group;
    private final Records records;
    private final int mapRow;
    private final int cleanseRow;
    private final int putRow;

    /** @param row of the first stage */
    CentralTable(final Group group, final Records records, final int row) {
        this.group = group;
        this.records = records;
        this.mapRow = row;
        this.cleanseRow = mapRow + ROWS_A_STAGE;
        this.putRow = cleanseRow + ROWS_A_STAGE;
    }

    /** @param reader reads the source's records */
    Processor map(final Service reader, final String mapping, final String comment) throws IOException {
        return records.map(group, "Map Customers", 0, mapRow, reader, mapping, comment);
    }

    Processor cleanse() {
        return records.cleanse(group, 0, cleanseRow, "Normalises, checks and corrects; what is not good enough is set aside.")
                .property("Default Region", "#{Default Region}")
                .end("report");
    }

    Processor put(final Service crmClient, final String table, final String comment) {
        return group.processor(ComponentType.PUT_CRM_CUSTOMER, "Put Customers", 0, putRow, comment)
                .service("Record Reader", records.reader())
                .service("Record Writer", records.writer())
                .service("CRM Client", crmClient)
                .property("CRM Object", table)
                .property("Match Key Fields", "source_system, source_id")
                .property("Source Timestamp Field", "updated_at")
                .property("Conflict Policy", "LAST_WRITER_WINS")
                .property("Null Values", "CLEAR")
                .end("success", "conflict")
                .retry(10, "retry")
                .penalty("10 sec");
    }

    void connect(final Processor map, final Processor cleanse, final Processor put) {
        group.connect(map, cleanse, "success");
        group.connect(cleanse, put, "success");
        group.connect(put, put, "retry");
        Lanes.files(group, map, "Unmapped Customers", "unmapped", 1, mapRow, "Customers that could not be mapped, with the reasons.", "invalid", "failure");
        Lanes.files(group, cleanse, "Doubtful Customers", "doubtful", 1, cleanseRow, "Customers that are not good enough, with the reasons.",
                "quarantine", "failure");
        Lanes.files(group, put, "Rejected Customers", "rejected", 1, putRow, "Customers that the target does not take, with the reasons.",
                "rejected", "failure");
    }
}
