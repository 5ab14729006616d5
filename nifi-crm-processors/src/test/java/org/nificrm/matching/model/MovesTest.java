package org.nificrm.matching.model;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MovesTest {
    private static final double MOVED = 0.125;
    private final Moves moves = new Moves(MOVED);

    @Test
    void anAddressInWhichAllIsDifferentCountsAsOneMove() {
        assertEquals(-3, moves.weigh(-40), 1e-3);
        assertEquals(-3, moves.weigh(-15), 1e-3);
    }

    @Test
    void noAddressSaysNothing() {
        assertEquals(0, moves.weigh(0), 1e-12);
    }

    @Test
    void anAddressThatAgreesIsWorthWhatItIsForACustomerWhoStayed() {
        assertEquals(10 + Math.log(1 - MOVED) / Math.log(2), moves.weigh(10), 1e-3);
        assertEquals(40 + Math.log(1 - MOVED) / Math.log(2), moves.weigh(40), 1e-12);
    }

    @Test
    void theMoreAnAddressAgreesTheLessLikelyTheCustomerMoved() {
        assertEquals(1 - MOVED, moves.stayed(0), 1e-12);
        assertTrue(moves.stayed(20) > 0.999999);
        assertTrue(moves.stayed(-20) < 0.000010);
    }
}
