package org.nificrm.processors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.resource.ResourceReference;
import org.apache.nifi.expression.ExpressionLanguageCompiler;
import org.apache.nifi.processor.ProcessContext;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.mapping.MappingPlan;
import org.nificrm.mapping.document.ExpressionCheck;
import org.nificrm.mapping.document.MappingDocument;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The mapping documents that a processor's properties lead to, each content compiled once. Shared by the processor's threads. */
final class MappingDocuments {

    /** Documents may come in attributes, so their number has no natural bound. */
    private static final int MOST_PLANS = 100;

    private final Map<String, String> shortRules;
    private final Cache<String, MappingPlan> plans = Caffeine.newBuilder().maximumSize(MOST_PLANS).build();
    private final Map<String, PropertyValue> expressions = new ConcurrentHashMap<>();

    MappingDocuments(final Map<PropertyDescriptor, String> properties) {
        shortRules = shortRules(properties);
    }

    private static Map<String, String> shortRules(final Map<PropertyDescriptor, String> properties) {
        final Map<String, String> rules = new TreeMap<>();
        properties.forEach((descriptor, value) -> {
            if (descriptor.isDynamic() && value != null) {
                rules.put(descriptor.getName(), value);
            }
        });
        return rules;
    }

    /** Everything that is wrong with what can be known before a FlowFile comes. */
    static Collection<ValidationResult> validate(final ValidationContext context) {
        final Map<String, String> shortRules = shortRules(context.getProperties());
        final String configured = context.getProperties().get(MappingProperties.MAPPING_DOCUMENT);
        if (configured == null && shortRules.isEmpty()) {
            return List.of(invalid("", "is required unless properties for target fields are added"));
        }

        if (configured != null && !isInline(configured) && context.isExpressionLanguagePresent(configured)) {
            return List.of();
        }

        try {
            final String json = configured == null || isInline(configured) ? configured : read(context.getProperty(MappingProperties.MAPPING_DOCUMENT).evaluateAttributeExpressions());
            MappingDocument.compile(json, shortRules, check(context.newExpressionLanguageCompiler()));
            return List.of();
        } catch (final InvalidDocumentException e) {
            return e.problems().stream().map(problem -> invalid(problem.pointer(), problem.toString())).toList();
        } catch (final IOException e) {
            return List.of(invalid("", "cannot be read; name a file that NiFi can read, or enter the document itself"));
        }
    }

    private static ValidationResult invalid(final String pointer, final String explanation) {
        return new ValidationResult.Builder().subject(MappingProperties.MAPPING_DOCUMENT.getName()).input(pointer).valid(false).explanation(explanation).build();
    }

    /** A document entered as such is never evaluated: its expressions belong to its rules. */
    private static boolean isInline(final String configured) {
        return configured.stripLeading().startsWith("{") && !configured.stripLeading().startsWith("${");
    }

    private static ExpressionCheck check(final ExpressionLanguageCompiler compiler) {
        return expression -> Optional.ofNullable(compiler.validateExpression(expression, true));
    }

    private static String read(final PropertyValue document) throws IOException {
        if (isInline(document.getValue())) {
            return document.getValue();
        }

        final ResourceReference resource = document.asResource();
        if (resource == null || !resource.isAccessible()) {
            throw new IOException("the mapping document is not accessible");
        }

        try (InputStream content = resource.read()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The plan for a FlowFile with these attributes.
     *
     * @throws InvalidDocumentException if the document has mistakes
     * @throws IOException             if it cannot be read
     */
    MappingPlan plan(final ProcessContext context, final Map<String, String> attributes)
            throws IOException {
        final String configured = context.getProperties().get(MappingProperties.MAPPING_DOCUMENT);
        return configured == null || isInline(configured)
                ? compiled(context, configured)
                : compiled(context, read(context.getProperty(MappingProperties.MAPPING_DOCUMENT).evaluateAttributeExpressions(attributes)));
    }

    private MappingPlan compiled(final ProcessContext context, final String json) {
        final String key = json == null ? "" : json;
        final MappingPlan known = plans.getIfPresent(key);
        if (known != null) {
            return known;
        }

        final MappingPlan compiled = MappingDocument.compile(json, shortRules, expression -> problem(context, expression));
        plans.put(key, compiled);
        return compiled;
    }

    private Optional<String> problem(final ProcessContext context, final String expression) {
        try {
            expression(context, expression);
            return Optional.empty();
        } catch (final RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The expression, prepared once. */
    PropertyValue expression(final ProcessContext context, final String expression) {
        return expressions.computeIfAbsent(expression, context::newPropertyValue);
    }
}
