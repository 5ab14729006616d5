package org.nificrm.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nificrm.runtime.FlowMonitor.Stage;
import org.nificrm.samples.Tally;

class AccountingTest {

    private static final Tally SOURCES = new Tally(10, 2, 1, 7, 2, 1, 0);

    private final Stage mapCustomers = new Stage("Office: Map Customers", Map.of("Records Mapped", 8L, "Records Invalid", 2L));
    private final Stage cleanseCustomers = new Stage("Cleanse: Cleanse Customers", Map.of("Records Cleansed", 7L, "Records Quarantined", 1L, "Records In", 8L));
    private final Stage mergeCustomers = new Stage("Merge: Merge Customers", Map.of("Records New", 6L, "Records Outdated", 1L, "Golden Records", 5L));
    private final Stage putCustomers = new Stage("Customers: Put Customers", Map.of("Records Created", 5L));
    private final Stage mapOrders = new Stage("Office: Map Orders", Map.of("Records Mapped", 2L, "Records Invalid", 1L));
    private final Stage putOrders = new Stage("Orders: Put Orders", Map.of("Records Created", 2L));

    @Test
    void whatEveryProcessorCountedAddsUpToWhatTheSourcesHold() {
        assertTrue(Accounting.of(SOURCES, List.of(mapCustomers, cleanseCustomers, mergeCustomers, putCustomers, mapOrders, putOrders)).isComplete());
    }

    @Test
    void aRecordThatWasCleansedButNotMergedIsUnaccounted() {
        final Stage mergeFewer = new Stage("Merge: Merge Customers", Map.of("Records New", 6L));
        final Accounting accounting = Accounting.of(SOURCES, List.of(mapCustomers, cleanseCustomers, mergeFewer, putCustomers, mapOrders, putOrders));
        assertFalse(accounting.isComplete());
        assertEquals(1, accounting.customers().unaccounted());
    }

    @Test
    void aRecordCountedTwiceIsNoCompensationForAMissingOne() {
        final Stage mergeFewer = new Stage("Merge: Merge Customers", Map.of("Records New", 6L));
        final Stage putOrdersTwice = new Stage("Orders: Put Orders", Map.of("Records Created", 3L));
        assertFalse(Accounting.of(SOURCES, List.of(mapCustomers, cleanseCustomers, mergeFewer, putCustomers, mapOrders, putOrdersTwice)).isComplete());
    }
}
