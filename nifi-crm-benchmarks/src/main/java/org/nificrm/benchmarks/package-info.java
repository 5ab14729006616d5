/**
 * What the bundle reaches, measured: {@code bench} for speed, {@code score} for accuracy against labelled data.
 */
package org.nificrm.benchmarks;
