package org.nificrm.matching.model;

/**
 * Weighs addresses of which one may be the former. A customer who moved has another street, number and city at once: that is one
 * event, not several disagreements.
 */
final class Moves {
    /** Beyond this it is certain whether the customer moved. */
    private static final double CERTAIN_BITS = 16;

    private final double moved;
    private final double movedBits;
    private final double stayedBits;

    /** @param moved share of the matches between whose records the customer moved, between 0 and 1 */
    Moves(final double moved) {
        this.moved = moved;
        movedBits = AttributeWeights.log2(moved);
        stayedBits = AttributeWeights.log2(1 - moved);
    }

    /**
     * @param bits what the attributes of the address add up to for a customer who stayed; 0 if there are none
     * @return what they are worth if the customer may have moved
     */
    double weigh(final double bits) {
        if (bits < -CERTAIN_BITS) {
            return movedBits;
        }

        return bits > CERTAIN_BITS ? bits + stayedBits : AttributeWeights.log2((1 - moved) * Math.pow(2, bits) + moved);
    }

    /** @return probability that the customer stayed, given the same sum */
    double stayed(final double bits) {
        return (1 - moved) * Math.pow(2, bits - weigh(bits));
    }
}
