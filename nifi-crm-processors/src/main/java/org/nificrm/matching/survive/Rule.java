package org.nificrm.matching.survive;

import org.nificrm.document.DocumentNode;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one of several values is preferred. Rules are applied in order, each among the values that the ones before it left equal.
 */
public enum Rule {
    /** The source named first in the source priority. */
    SOURCE_PRIORITY,
    /** The record that was updated last. */
    MOST_RECENT,
    /** The value that most records have. */
    MOST_FREQUENT,
    /** The longest text. */
    LONGEST,
    /** The record with most fields of the group filled. */
    MOST_COMPLETE,
    /** A value that is valid for its role, before all others. */
    VALID,
    /** The value named first in the order of the field. */
    ORDER,
    /** The least number, date or text. */
    LEAST,
    /** The greatest number, date or text. */
    GREATEST,
    /** All values, each once, as a list; no choice is made. */
    ALL;

    /** @return the name used in configuration, for example {@code most_recent} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such rule, with the nearest that there is */
    static Rule require(final String key) {
        return Arrays.stream(values()).filter(rule -> rule.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown rule '%s'%s".formatted(key, DocumentNode.suggestion(key, keys()))));
    }

    private static Set<String> keys() {
        return Arrays.stream(values()).map(Rule::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
