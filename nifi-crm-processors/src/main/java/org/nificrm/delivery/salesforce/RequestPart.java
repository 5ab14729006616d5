package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.Operation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The operations that one request takes.
 *
 * @param bulk   whether they are many enough for a job
 * @param number which of several requests of the same kind
 */
record RequestPart(Operation.Type type, boolean bulk, int number) implements Comparable<RequestPart> {

    /** Jobs first: while one has to be waited for, nothing else of the batch is written, and all of it can wait. */
    private static final Comparator<RequestPart> ORDER =
            Comparator.comparing((final RequestPart part) -> !part.bulk()).thenComparing(RequestPart::type).thenComparing(RequestPart::number);

    @Override
    public int compareTo(final RequestPart other) {
        return ORDER.compare(this, other);
    }

    /**
     * Tells operations, in their order, the requests that take them.
     *
     * @param bulkThreshold fewest operations of a type for a job
     * @param bulkTakes     whether a job can take an operation
     */
    static Function<Operation, RequestPart> of(final List<Operation> operations, final int bulkThreshold, final Predicate<Operation> bulkTakes) {
        final Map<Operation.Type, Integer> bulk = new EnumMap<>(Operation.Type.class);
        operations.stream().filter(bulkTakes).forEach(operation -> bulk.merge(operation.type(), 1, Integer::sum));
        final Map<Operation.Type, Integer> single = new EnumMap<>(Operation.Type.class);
        return operation -> {
            if (bulk.getOrDefault(operation.type(), 0) >= bulkThreshold && bulkTakes.test(operation)) {
                return new RequestPart(operation.type(), true, 0);
            }

            final int place = single.merge(operation.type(), 1, Integer::sum) - 1;
            return new RequestPart(operation.type(), false, place / SalesforceApi.MAX_RECORDS);
        };
    }
}
