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

    private static final Tally SOURCES = new Tally(10, 1, 1, 1, 7, 2, 1, 0);

    private final Stage mapCustomers = new Stage("Office: Map Customers", Map.of("Records Mapped", 9L, "Records Invalid", 1L));
    private final Stage mapOrders = new Stage("Office: Map Orders", Map.of("Records Mapped", 2L, "Records Invalid", 1L));
    private final Stage putOrders = new Stage("Orders: Put Orders", Map.of("Records Created", 2L));

    @Test
    void whatEveryProcessorCountedAddsUpToWhatTheSourcesHold() {
        final Stage putCustomers = new Stage("Customers: Put Customers", Map.of("Records Created", 7L, "Records Stale", 1L, "Records Rejected", 1L));
        assertTrue(Accounting.of(SOURCES, List.of(mapCustomers, mapOrders, putCustomers, putOrders)).isComplete());
    }

    @Test
    void aRecordThatWasMappedButNotDeliveredIsUnaccounted() {
        final Stage putCustomers = new Stage("Customers: Put Customers", Map.of("Records Created", 7L, "Records Rejected", 1L));
        final Accounting accounting = Accounting.of(SOURCES, List.of(mapCustomers, mapOrders, putCustomers, putOrders));
        assertFalse(accounting.isComplete());
        assertEquals(1, accounting.lines().getFirst().unaccounted());
    }

    @Test
    void aRecordCountedTwiceIsNoCompensationForAMissingOne() {
        final Stage putCustomers = new Stage("Customers: Put Customers", Map.of("Records Created", 8L));
        final Stage putOrdersTwice = new Stage("Orders: Put Orders", Map.of("Records Created", 3L));
        assertFalse(Accounting.of(SOURCES, List.of(mapCustomers, mapOrders, putCustomers, putOrdersTwice)).isComplete());
    }
}
