package org.nificrm.benchmarks.bench.map;

/** The formats records are read from and written to. */
enum Format {
    CSV, JSON
}
