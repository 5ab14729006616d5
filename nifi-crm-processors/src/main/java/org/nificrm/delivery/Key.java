package org.nificrm.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The values of the match key fields of one record, in the order of {@link Target#keyFields()}.
 *
 * @param values as {@link CrmClient#convert} gives them; never empty, no value is null
 */
public record Key(List<Object> values) implements Comparable<Key> {

    public Key {
        if (values.isEmpty() || values.contains(null)) {
            throw new IllegalArgumentException("a key requires a value for each of its fields");
        }

        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Key of(final Object... values) {
        return new Key(Arrays.asList(values));
    }

    /** The value of a key of one field. */
    public Object single() {
        if (values.size() != 1) {
            throw new IllegalStateException("the key has " + values.size() + " fields");
        }

        return values.getFirst();
    }

    /** Some order, the same for everybody, so that concurrent writers meet the records in one sequence. */
    @Override
    public int compareTo(final Key other) {
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            final int order = compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }

        return Integer.compare(values.size(), other.values.size());
    }

    @SuppressWarnings("unchecked")
    private static int compare(final Object left, final Object right) {
        if (left instanceof Comparable<?> comparable && left.getClass() == right.getClass()) {
            return ((Comparable<Object>) comparable).compareTo(right);
        }

        return left.toString().compareTo(right.toString());
    }
}
