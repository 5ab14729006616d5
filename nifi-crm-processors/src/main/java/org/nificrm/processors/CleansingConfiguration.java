package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.Validator;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.lookup.LookupService;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.cleansing.CleansingOptions;
import org.nificrm.cleansing.CleansingPlan;
import org.nificrm.cleansing.FieldRoles;
import org.nificrm.cleansing.RulesDocument;
import org.nificrm.cleansing.reference.LookupSettings;
import org.nificrm.cleansing.reference.Reference;
import org.nificrm.cleansing.reference.ReferenceClient;
import org.nificrm.cleansing.reference.ReferenceSpec;
import org.nificrm.document.DocumentObject;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.quality.QualityModel;
import org.nificrm.record.CleansingStage;
import org.nificrm.services.DocumentProperty;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The processor's properties, compiled: what holds for every FlowFile until they change. */
record CleansingConfiguration(CleansingPlan plan, QualityModel model, double minimumScore, IssueDestination issueDestination, List<Reference> references)
        implements AutoCloseable {

    static final Validator LOCALE_VALIDATOR = (subject, input, context) -> new ValidationResult.Builder().subject(subject).input(input)
            .valid(isLocale(input)).explanation("write a language tag such as zh-CN or en").build();

    private static final String QUALITY = "quality";
    private static final int FAILURES_TO_OPEN = LookupSettings.DEFAULT.failuresToOpen();

    private static boolean isLocale(final String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (final IllformedLocaleException e) {
            return false;
        }
    }

    /** Compiles the properties; they must have passed {@link #validate}. */
    static CleansingConfiguration of(final ProcessContext context) {
        final ObjectNode document = document(context);
        final QualityModel model = model(document, new ArrayList<>());
        final RulesDocument rules = RulesDocument.compile(document, options(context));
        final List<Reference> references = references(context, rules.references());
        return new CleansingConfiguration(new CleansingPlan(rules, roles(context), references), model,
                context.getProperty(CleansingProperties.MINIMUM_SCORE).asDouble(),
                context.getProperty(CleansingProperties.ISSUE_DESTINATION).asAllowableValue(IssueDestination.class), references);
    }

    private static ObjectNode document(final PropertyContext context) {
        return RulesDocument.effective(DocumentProperty.text(context.getProperty(CleansingProperties.RULES)).orElse(null));
    }

    /** Takes the section of quality out of the document, which the rules know nothing of. */
    private static QualityModel model(final ObjectNode document, final List<DocumentProblem> problems) {
        final JsonNode section = document.remove(QUALITY);
        final ObjectNode root = document.objectNode();
        root.set(QUALITY, section);
        return QualityModel.read(DocumentObject.root(root, problems).object(QUALITY));
    }

    private static CleansingOptions options(final PropertyContext context) {
        final PropertyValue locale = context.getProperty(CleansingProperties.LOCALE);
        return new CleansingOptions(locale.isSet() ? Locale.forLanguageTag(locale.getValue()) : Locale.ROOT,
                requiredFields(context.getProperty(CleansingProperties.REQUIRED_FIELDS).getValue()),
                context.getProperty(CleansingProperties.PLACEHOLDER_POLICY).asAllowableValue(PlaceholderHandling.class).policy(),
                context.getProperty(CleansingProperties.DATE_ORDER).asAllowableValue(DateOrderOption.class).order(), Clock.systemUTC());
    }

    private static List<List<String>> requiredFields(final String text) {
        return Names.of(text).stream().map(alternatives -> Names.separated(alternatives, "\\|")).filter(names -> !names.isEmpty()).toList();
    }

    private static FieldRoles roles(final PropertyContext context) {
        return DocumentProperty.text(context.getProperty(CleansingProperties.FIELD_ROLES)).map(FieldRoles::parse).orElse(FieldRoles.DEFAULT);
    }

    private static List<Reference> references(final ProcessContext context, final List<ReferenceSpec> specs) {
        final LookupSettings settings = new LookupSettings(context.getProperty(CleansingProperties.LOOKUP_TIMEOUT).asDuration(),
                context.getProperty(CleansingProperties.LOOKUP_CACHE_SIZE).asLong(), context.getProperty(CleansingProperties.LOOKUP_CACHE_AGE).asDuration(),
                FAILURES_TO_OPEN, LookupSettings.DEFAULT.pause());
        final Map<String, LookupService<?>> services = new TreeMap<>();
        for (final PropertyDescriptor descriptor : context.getProperties().keySet()) {
            if (descriptor.isDynamic() && context.getProperty(descriptor).isSet()) {
                services.put(descriptor.getName(), context.getProperty(descriptor).asControllerService(LookupService.class));
            }
        }

        final Map<String, ReferenceSpec> ordered = new LinkedHashMap<>();
        specs.forEach(spec -> ordered.put(spec.name(), spec));
        services.keySet().forEach(name -> ordered.putIfAbsent(name, ReferenceSpec.named(name)));
        final List<Reference> references = new ArrayList<>();
        for (final ReferenceSpec spec : ordered.values()) {
            references.add(new Reference(spec, new ReferenceClient(spec.name(), new LookupServiceReference(services.get(spec.name())), settings)));
        }

        return references;
    }

    /** Every problem of every document. */
    static Collection<ValidationResult> validate(final ValidationContext context) {
        final List<ValidationResult> results = new ArrayList<>();
        final List<DocumentProblem> problems = new ArrayList<>();
        try {
            final ObjectNode document = document(context);
            model(document, problems);
            final RulesDocument rules = RulesDocument.compile(document, options(context));
            checkReferences(rules.references(), context, problems);
        } catch (final InvalidDocumentException e) {
            problems.addAll(e.problems());
        }

        problems.forEach(problem -> results.add(invalid(CleansingProperties.RULES, problem)));
        try {
            roles(context);
        } catch (final InvalidDocumentException e) {
            e.problems().forEach(problem -> results.add(invalid(CleansingProperties.FIELD_ROLES, problem)));
        }

        return results;
    }

    private static void checkReferences(final List<ReferenceSpec> specs, final ValidationContext context, final List<DocumentProblem> problems) {
        final Set<String> names = new TreeSet<>();
        context.getProperties().keySet().stream().filter(PropertyDescriptor::isDynamic).map(PropertyDescriptor::getName).forEach(names::add);
        for (int i = 0; i < specs.size(); i++) {
            if (!names.contains(specs.get(i).name())) {
                problems.add(new DocumentProblem("/references/" + i + "/name",
                        "is '%s', and no property of that name holds a Lookup Service; add one".formatted(specs.get(i).name())));
            }
        }
    }

    private static ValidationResult invalid(final PropertyDescriptor property, final DocumentProblem problem) {
        return new ValidationResult.Builder().subject(property.getName()).valid(false).explanation(problem.toString()).build();
    }

    /** The region in the form of codes; null for none. */
    static String region(final String text) {
        return text == null || text.isBlank() ? null : text.strip().toUpperCase(Locale.ROOT);
    }

    /** The stage for one FlowFile. */
    CleansingStage stage(final RecordSchema schema, final String defaultRegion) {
        return new CleansingStage(plan.forSchema(schema, defaultRegion), model, minimumScore, issueDestination == IssueDestination.RECORD);
    }

    @Override
    public void close() {
        references.forEach(reference -> reference.client().close());
    }
}
