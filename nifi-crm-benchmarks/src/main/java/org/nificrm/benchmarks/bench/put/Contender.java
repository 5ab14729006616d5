package org.nificrm.benchmarks.bench.put;

/** One way to load the table. */
abstract class Contender {

    private final CustomerTable table;
    private final Seconds load = new Seconds();
    private final Seconds replay = new Seconds();

    Contender(final CustomerTable table) {
        this.table = table;
    }

    abstract String name();

    /** Brings all customers into the table. */
    abstract void write() throws Exception;

    /** Whether it can meet rows that are there already. */
    abstract boolean canReplay();

    /** Loads the empty table and, if it can, loads the same again. */
    final void round(final boolean counts) throws Exception {
        table.clear();
        time(counts ? load : new Seconds());
        if (canReplay()) {
            time(counts ? replay : new Seconds());
        }
    }

    private void time(final Seconds seconds) throws Exception {
        final long start = System.nanoTime();
        write();
        seconds.add(System.nanoTime() - start);
        table.check();
    }

    final Seconds load() {
        return load;
    }

    final Seconds replay() {
        return replay;
    }
}
