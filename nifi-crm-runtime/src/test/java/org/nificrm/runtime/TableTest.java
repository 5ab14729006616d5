package org.nificrm.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandToTheRight() {
        final Table table = new Table("", "read", "rejected");
        table.add("customers", 1_234_567L, 5L);
        assertEquals(List.of("                  read  rejected", "  customers  1,234,567         5"), table.lines());
    }
}
