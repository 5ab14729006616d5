package org.nificrm.delivery.salesforce;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A journal for tests. */
final class MemoryJournal implements JobJournal {

    private final Map<String, String> objects = new TreeMap<>();
    private final Set<String> waitedFor = new TreeSet<>();

    @Override
    public synchronized Set<String> abandoned(final String object) {
        final Set<String> abandoned = new TreeSet<>(objects.keySet());
        abandoned.removeIf(job -> waitedFor.contains(job) || !objects.get(job).equals(object));
        return abandoned;
    }

    @Override
    public synchronized void begun(final String object, final String job) {
        objects.put(job, object);
        waitedFor.add(job);
    }

    @Override
    public synchronized void abandon(final String job) {
        waitedFor.remove(job);
    }

    @Override
    public synchronized void ended(final String job) {
        objects.remove(job);
    }
}
