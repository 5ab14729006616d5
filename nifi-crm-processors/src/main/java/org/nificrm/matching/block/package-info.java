/**
 * Which pairs are worth comparing: records that share at least one of their many blocks. A block that grows too large is split by a
 * further feature; no record is left out of it. {@link org.nificrm.matching.block.BlockSearch} finds them for one record among all
 * that were seen before, {@link org.nificrm.matching.block.CandidatePairs} for a batch.
 */
package org.nificrm.matching.block;
