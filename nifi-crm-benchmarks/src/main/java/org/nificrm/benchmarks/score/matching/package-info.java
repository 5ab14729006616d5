/**
 * Accuracy against labelled data.
 */
package org.nificrm.benchmarks.score.matching;
