/**
 * The memory of the matcher: every record seen before, the entity it belongs to, and the block keys by which it is found.
 * <p>
 * {@link org.nificrm.matching.index.EntityStore} is the one interface; {@code embedded} implements it for one node,
 * {@code postgres} for all nodes of a cluster. A store keeps and finds, it decides nothing: block keys are opaque 64-bit hashes, match values
 * and content are opaque text and bytes, and which records form one entity is the business of
 * {@link org.nificrm.matching.IncrementalMatcher}.
 */
package org.nificrm.matching.index;
