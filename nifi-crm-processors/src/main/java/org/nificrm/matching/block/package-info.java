/**
 * Which pairs are worth comparing: records that share at least one of their many blocks. A block that grows too large is split by a
 * further feature; no record is left out of it. {@link org.nificrm.matching.block.Blocks} are those of a batch, made for all its
 * records at once; {@link org.nificrm.matching.block.BlockSearch} makes those of a single record among all that were seen before.
 */
package org.nificrm.matching.block;
