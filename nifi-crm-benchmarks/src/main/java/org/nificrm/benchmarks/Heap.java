package org.nificrm.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** Heap of this process, in megabytes. */
public final class Heap {

    private static final int MEGABYTE_BITS = 20;

    private Heap() {
    }

    /** Collects garbage and starts to watch the peak anew. */
    public static void reset() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** What was in use at most since {@link #reset()}, garbage included. */
    public static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> MEGABYTE_BITS;
    }

    /** What is reachable now. */
    public static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> MEGABYTE_BITS;
    }
}
