/**
 * Which records are one customer. Records are read into comparable profiles ({@code prepare}), those that share a block key
 * ({@code block}) are compared level by level ({@code compare}), weighed in bits ({@code model}) and grouped ({@code cluster});
 * {@code survive} makes one golden record of a group, {@code explain} says why, {@code index} remembers.
 * <p>
 * {@link org.nificrm.matching.BatchMatcher} does this for records that are all at hand,
 * {@link org.nificrm.matching.IncrementalMatcher} for new records against everything seen before.
 */
package org.nificrm.matching;
