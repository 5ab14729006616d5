package org.nificrm.matching.model;

/** An explanation of agreement other than a match: what each level of each attribute says for it, in bits against unrelated. */
final class Alternative {
    private final double[][] bits;
    private final boolean[] differs;

    /** @param bits for each attribute and level; 0 for all levels of an attribute in which the pair is as if it were unrelated */
    Alternative(final double[][] bits) {
        this.bits = bits;
        differs = new boolean[bits.length];
        for (int attribute = 0; attribute < bits.length; attribute++) {
            for (final double level : bits[attribute]) {
                differs[attribute] |= level != 0;
            }
        }
    }

    /** Rarity counts only where the explanation expects agreement. */
    double bits(final int attribute, final int level, final double rarity) {
        return bits[attribute][level] + (differs[attribute] ? rarity : 0);
    }
}
