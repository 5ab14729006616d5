package org.nificrm.matching.survive;

import java.util.List;

/**
 * How the values of one field, or of a group of fields that stay together, are chosen.
 *
 * @param fields names of the fields; the values of a group all come from one record
 * @param rules  what decides, in order
 * @param order  values for {@link Rule#ORDER}, the preferred first
 */
record FieldPolicy(List<String> fields, List<Rule> rules, List<String> order) {
    FieldPolicy {
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
        order = List.copyOf(order);
    }

    boolean keepsAll() {
        return rules.contains(Rule.ALL);
    }
}
