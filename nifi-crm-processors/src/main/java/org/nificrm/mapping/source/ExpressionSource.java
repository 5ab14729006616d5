package org.nificrm.mapping.source;

import org.nificrm.mapping.value.FailureCode;
import org.nificrm.mapping.value.MappingFailure;
import org.nificrm.mapping.value.ValueText;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expression language over the attributes of the FlowFile. A quoted name that is a path, as in
 * {@code ${'/City':toUpper()}}, stands for that field of the record.
 */
public final class ExpressionSource implements Source {

    private static final Pattern QUOTED_PATH = Pattern.compile("\\$\\{\\s*(['\"])(?<path>\\.?/.*?)\\1");

    private final String expression;
    private final Map<String, FieldPath> fields = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a quoted path is not a plain one */
    public ExpressionSource(final String expression) {
        this.expression = expression;
        final Matcher matcher = QUOTED_PATH.matcher(expression);
        while (matcher.find()) {
            final String path = matcher.group("path");
            fields.put(path, FieldPath.parse(path).orElseThrow(() -> new IllegalArgumentException("'%s' is not a plain path to a field".formatted(path))));
        }
    }

    @Override
    public Object read(final Scope scope) throws MappingFailure {
        final Map<String, String> values = HashMap.newHashMap(fields.size());
        for (final Map.Entry<String, FieldPath> field : fields.entrySet()) {
            final Object value = field.getValue().read(scope);
            values.put(field.getKey(), value == null ? "" : ValueText.of(value));
        }

        try {
            return scope.expressions().evaluate(expression, values);
        } catch (final RuntimeException e) {
            throw new MappingFailure(FailureCode.MAP_EXPRESSION, "expression '%s' failed: %s".formatted(expression, e.getMessage()));
        }
    }

    @Override
    public List<FieldPath> reads() {
        return List.copyOf(fields.values());
    }
}
