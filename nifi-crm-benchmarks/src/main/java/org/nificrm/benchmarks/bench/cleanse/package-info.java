/**
 * How fast cleansing is, beside a peer that does the least of the same work over the same records in the same run.
 */
package org.nificrm.benchmarks.bench.cleanse;
