package org.nificrm.matching.survive;

import org.nificrm.matching.field.SourceKey;

import java.util.List;

/**
 * Where the value of a field of a golden record came from.
 *
 * @param field  the field
 * @param source the record whose value survived, the oldest one if several have the same
 * @param rule   the rule that settled it, null if there was nothing to choose
 * @param losers values of the field that did not survive, each once
 */
public record Survivor(String field, SourceKey source, Rule rule, List<Loser> losers) {
    public Survivor {
        losers = List.copyOf(losers);
    }

    /**
     * A value that did not survive.
     *
     * @param value  the value
     * @param source the oldest record that has it
     */
    public record Loser(Object value, SourceKey source) {
    }
}
