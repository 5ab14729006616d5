package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.Value;

import java.util.List;

/**
 * Grades how much two values of one attribute agree.
 *
 * @param <V> kind of value
 */
public interface LevelComparator<V extends Value> {
    /** @return names of the levels, from no agreement to the closest; at most seven */
    List<String> levels();

    /** @return position in {@link #levels()} */
    int compare(V first, V second);
}
