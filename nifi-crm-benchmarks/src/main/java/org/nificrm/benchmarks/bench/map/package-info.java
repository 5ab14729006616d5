/**
 * {@code bench map}: MapToCrmSchema beside ConvertRecord, which only reads and writes, and UpdateRecord, which does the same mapping.
 */
package org.nificrm.benchmarks.bench.map;
