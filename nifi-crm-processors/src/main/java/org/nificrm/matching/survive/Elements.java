package org.nificrm.matching.survive;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fields that hold several elements, whichever Java type a record keeps them in.
 */
final class Elements {
    private Elements() {
    }

    static boolean isEmpty(final Object value) {
        return value instanceof Object[] array && array.length == 0 || value instanceof Collection<?> collection && collection.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** @return the elements of a list, or the value itself as the only one */
    static List<Object> of(final Object value) {
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }

        return value instanceof Collection<?> collection ? List.copyOf(collection) : List.of(value);
    }

    /** @return what two values have in common if they say the same: text without regard to case and outer spaces */
    static Object identity(final Object value) {
        if (value instanceof CharSequence text) {
            return text.toString().strip().toLowerCase(Locale.ROOT);
        }

        return value instanceof Object[] array ? Arrays.asList(array) : value;
    }
}
