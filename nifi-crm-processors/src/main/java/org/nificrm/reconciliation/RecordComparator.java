package org.nificrm.reconciliation;

import org.nificrm.reconciliation.Comparison.Difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares records with what the CRM holds, field by field. Safe for use by many threads. */
public final class RecordComparator {

    private final Strictness strictness;
    private final Equivalence equivalence = new Equivalence();

    public RecordComparator(final Strictness strictness) {
        this.strictness = strictness;
    }

    /**
     * @param expected values by field, each as the CRM would hold it; a null says that the field is blank
     * @param found    values of the same fields, and any others; absent or null is blank
     */
    public Comparison compare(final Map<String, Object> expected, final Map<String, Object> found) {
        final List<String> equal = new ArrayList<>(expected.size());
        final List<Difference> differences = new ArrayList<>();
        expected.forEach((field, value) -> {
            final Object left = blankToNull(value);
            final Object right = blankToNull(found.get(field));
            if (left != null || right != null) {
                if (isEqual(left, right)) {
                    equal.add(field);
                } else {
                    differences.add(new Difference(field, left, right));
                }
            }
        });
        return new Comparison(equal, differences);
    }

    private static Object blankToNull(final Object value) {
        return value instanceof final String text && text.isBlank() ? null : value;
    }

    private boolean isEqual(final Object left, final Object right) {
        if (left == null || right == null) {
            return false;
        }

        return Objects.deepEquals(left, right) || strictness == Strictness.EQUIVALENT && equivalence.isSame(left, right);
    }
}
