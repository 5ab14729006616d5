package org.nificrm.benchmarks;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/**
 * Processor time of the whole process, garbage collection included: what work costs, whatever else the machine does. With one
 * busy thread it is the elapsed time of an idle machine.
 */
public final class CpuTime {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS = 1e9;

    private CpuTime() {
    }

    /** Seconds of processor time used so far. */
    public static double seconds() {
        return SYSTEM.getProcessCpuTime() / NANOS;
    }
}
