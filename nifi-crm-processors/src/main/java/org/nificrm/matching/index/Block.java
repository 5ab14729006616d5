package org.nificrm.matching.index;

/**
 * Members of one block.
 *
 * @param recordIds ids of members, ascending
 * @param truncated whether the block has more members than these
 */
public record Block(long[] recordIds, boolean truncated) {
}
