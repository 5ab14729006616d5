package org.nificrm.services;

import org.apache.nifi.components.state.Scope;
import org.apache.nifi.components.state.StateManager;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.salesforce.JobJournal;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The journal of jobs in NiFi's state of this node: object by job. The FlowFiles whose records a job writes stay on the node too. */
final class StateJobJournal implements JobJournal {

    private final StateManager state;
    private final Map<String, String> objects;
    private final Set<String> waitedFor = new HashSet<>();

    StateJobJournal(final StateManager state) throws IOException {
        this.state = state;
        this.objects = new HashMap<>(state.getState(Scope.LOCAL).toMap());
    }

    @Override
    public synchronized Set<String> abandoned(final String object) {
        final Set<String> abandoned = new HashSet<>();
        objects.forEach((job, itsObject) -> {
            if (itsObject.equals(object) && !waitedFor.contains(job)) {
                abandoned.add(job);
            }
        });
        return abandoned;
    }

    @Override
    public synchronized void begun(final String object, final String job) throws CrmException {
        objects.put(job, object);
        waitedFor.add(job);
        save();
    }

    @Override
    public synchronized void abandon(final String job) {
        waitedFor.remove(job);
    }

    @Override
    public synchronized void ended(final String job) throws CrmException {
        objects.remove(job);
        save();
    }

    private void save() throws CrmException {
        try {
            state.setState(objects, Scope.LOCAL);
        } catch (final IOException e) {
            throw new CrmException(Kind.UNAVAILABLE, "STATE_NOT_SAVED", "NiFi cannot save which jobs of Salesforce run. Check its state provider", e);
        }
    }
}
