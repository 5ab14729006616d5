package org.nificrm.matching.index;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.LongSet;

/**
 * Blocks as they were found.
 *
 * @param members for each key whose block has members and is not split, the lowest ids of its members, ascending
 * @param split   the keys whose blocks are split
 */
public record FoundBlocks(Long2ObjectMap<long[]> members, LongSet split) {
}
