package org.nificrm.mapping.source;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Evaluates once what is the same for all records of a FlowFile. For one thread. */
public final class CachedExpressions implements Expressions {

    private static final Pattern NEW_EACH_TIME = Pattern.compile("\\b(?:now|UUID|nextInt|random|getStateValue)\\s*\\(");

    private final Expressions expressions;
    private final Map<String, String> results = new HashMap<>();

    public CachedExpressions(final Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public String evaluate(final String expression, final Map<String, String> fields) {
        if (!fields.isEmpty()) {
            return expressions.evaluate(expression, fields);
        }

        final String known = results.get(expression);
        if (known != null) {
            return known;
        }

        final String result = expressions.evaluate(expression, fields);
        if (!NEW_EACH_TIME.matcher(expression).find()) {
            results.put(expression, result);
        }

        return result;
    }
}
