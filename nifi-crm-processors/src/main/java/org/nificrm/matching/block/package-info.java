/**
 * Which pairs are worth comparing: records that share at least one of their many block keys. A block that grows too large is
 * split by a further key; no record is left out of it.
 */
package org.nificrm.matching.block;
