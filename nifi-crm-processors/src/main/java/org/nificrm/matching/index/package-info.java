/**
 * The memory of the matcher: every record seen before and the entity it belongs to.
 * <p>
 * {@link org.nificrm.matching.index.EntityStore} is the one interface; {@code embedded} implements it for one node,
 * {@code postgres} for all nodes of a cluster. A store keeps, it decides nothing: match values and content are opaque text
 * and bytes, who is worth comparing is found in a {@link org.nificrm.matching.block.BlockingIndex} made of them, and which records
 * form one entity is the business of {@link org.nificrm.matching.IncrementalMatcher}.
 */
package org.nificrm.matching.index;
