package org.nificrm.mapping.source;

import java.util.Map;

/** Evaluates expression language for one FlowFile. */
@FunctionalInterface
public interface Expressions {

    /**
     * The expression's result.
     *
     * @param fields values it sees beside the FlowFile's attributes, by name
     * @throws RuntimeException if it cannot be evaluated
     */
    String evaluate(String expression, Map<String, String> fields);
}
