package org.nificrm.delivery.rest;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes the operations of a batch for which a CRM has several endpoints. */
public final class RequestGroups {

    /** Writes the operations of one group in one request. */
    public interface Request<G> {
        List<Outcome> send(G group, List<Operation> batch) throws CrmException;
    }

    private RequestGroups() {
    }

    /**
     * Sends one request a group, in the order of the groups. What was written by an earlier request stays told: the failure
     * of a further one concerns its own operations only.
     *
     * @return one outcome an operation, in the order of the operations
     */
    public static <G extends Comparable<G>> List<Outcome> write(final List<Operation> operations, final Function<Operation, G> grouping, final Request<G> request)
            throws CrmException {
        final Map<G, List<Integer>> groups = new TreeMap<>();
        for (int place = 0; place < operations.size(); place++) {
            groups.computeIfAbsent(grouping.apply(operations.get(place)), group -> new ArrayList<>()).add(place);
        }

        final Outcome[] outcomes = new Outcome[operations.size()];
        boolean sent = false;
        for (final Map.Entry<G, List<Integer>> group : groups.entrySet()) {
            final List<Operation> batch = group.getValue().stream().map(operations::get).toList();
            final List<Outcome> answered = sent ? sendFurther(request, group.getKey(), batch) : request.send(group.getKey(), batch);
            for (int i = 0; i < batch.size(); i++) {
                outcomes[group.getValue().get(i)] = answered.get(i);
            }

            sent = true;
        }

        return Arrays.asList(outcomes);
    }

    /** A batch that is refused as a whole is bisected when it comes again. */
    private static <G> List<Outcome> sendFurther(final Request<G> request, final G group, final List<Operation> batch) {
        try {
            return request.send(group, batch);
        } catch (final CrmException e) {
            final Outcome outcome = e.kind() == Kind.TRANSIENT
                    ? new Outcome(Outcome.Status.UNKNOWN, null, e.code(), e.getMessage(), e.retryAfter(), List.of())
                    : Outcome.retryable(e.code(), e.getMessage(), e.retryAfter());
            return Collections.nCopies(batch.size(), outcome);
        }
    }
}
