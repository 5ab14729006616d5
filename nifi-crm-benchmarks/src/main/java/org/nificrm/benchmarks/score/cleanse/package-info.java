/**
 * {@code score cleanse}: how often the values are understood as labelled test suites say. One class per kind of value lists
 * its {@link org.nificrm.benchmarks.score.cleanse.Suite suites}; {@link org.nificrm.benchmarks.score.cleanse.ScoreCleanse}
 * reads, counts and prints.
 */
package org.nificrm.benchmarks.score.cleanse;
