package org.nificrm.delivery.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.declared.ApiDocument.Lookup;
import org.nificrm.delivery.declared.ApiDocument.Metadata;
import org.nificrm.delivery.declared.ApiDocument.Write;
import org.nificrm.document.DocumentObject;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.InvalidDocumentException;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads an {@link ApiDocument}, or tells everything that is wrong with it. */
final class ApiDocumentReader {

    private static final Set<String> METADATA_VARIABLES = Set.of("object");
    private static final Set<String> LOOKUP_VARIABLES = Set.of("object", "fields", "keys", "key", "key.field");
    private static final Set<String> CREATE_VARIABLES = Set.of("object", "values", "key", "key.field", "uuid");
    private static final Set<String> UPDATE_VARIABLES = Set.of("object", "values", "key", "key.field", "id", "version");
    private static final Set<String> DELETE_VARIABLES = Set.of("object", "key", "key.field", "id", "version");
    private static final int LARGEST_BATCH = 200;

    private final Map<String, ValueType> types = new HashMap<>();
    private final Map<String, TextTemplate> commonHeaders = new LinkedHashMap<>();

    private ApiDocumentReader() {
    }

    /**
     * @throws InvalidDocumentException with all problems of the document
     */
    static ApiDocument read(final ObjectNode document) {
        final List<DocumentProblem> problems = new ArrayList<>();
        final ApiDocument read;
        try (DocumentObject root = DocumentObject.root(document, problems)) {
            read = new ApiDocumentReader().read(root);
        }

        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }

        return read;
    }

    private ApiDocument read(final DocumentObject root) {
        root.text("comment");
        final String name = root.text("name").orElse("The CRM");
        readTypes(root);
        readHeaders(root, Set.of(), commonHeaders);
        final Rules rules = rules(root, name);
        final Lookup lookup = lookup(root.object("lookup"));
        final Write create = write(root.object("create"), CREATE_VARIABLES);
        final Write update = write(root.object("update"), UPDATE_VARIABLES);
        final Optional<RequestTemplate> probe = root.has("probe") ? Optional.of(write(root.object("probe"), Set.of()).request()) : Optional.empty();
        final Optional<Write> delete = root.has("delete") ? Optional.of(write(root.object("delete"), DELETE_VARIABLES)) : Optional.empty();
        final Optional<Metadata> metadata = root.has("metadata") ? Optional.of(metadata(root.object("metadata"))) : Optional.empty();
        final Map<String, ObjectSpec> objects = objects(root);
        if (metadata.isEmpty() && objects.isEmpty()) {
            root.problem("objects", "is missing; declare the objects with their fields, or say in 'metadata' how the CRM tells them");
        }

        return new ApiDocument(name, root.text("apiKeyHeader"), root.flag("ignoreCase", false), root.json("clear").orElse(NullNode.getInstance()),
                probe, lookup, create, update, delete, metadata, objects, rules);
    }

    private void readTypes(final DocumentObject root) {
        for (final ValueType.Kind kind : ValueType.Kind.values()) {
            types.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), new ValueType(kind, null));
        }

        final DocumentObject section = root.object("types");
        for (final String name : section.keys()) {
            try (DocumentObject type = section.object(name)) {
                types.put(name, new ValueType(type.choice("kind", ValueType.Kind.class, ValueType.Kind.STRING), format(type)));
            }
        }
    }

    private static DateTimeFormatter format(final DocumentObject type) {
        final List<DateTimeFormatter> formats = type.convert("format", pattern -> {
            try {
                return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
            } catch (final IllegalArgumentException e) {
                throw new IllegalArgumentException("is no pattern of a date; write for example yyyy-MM-dd HH:mm:ss", e);
            }
        });
        return formats.isEmpty() ? null : formats.getFirst();
    }

    private Lookup lookup(final DocumentObject section) {
        try (section) {
            return new Lookup(request(section, LOOKUP_VARIABLES), section.integer("batch", 1, 1, LARGEST_BATCH), pointer(section, "records", ""),
                    pointer(section, "values", ""), pointer(section, "id", "/id"), pointer(section, "version", null), pointer(section, "total", null));
        }
    }

    private Write write(final DocumentObject section, final Set<String> variables) {
        try (section) {
            return new Write(request(section, variables), pointer(section, "id", null));
        }
    }

    private Metadata metadata(final DocumentObject section) {
        try (section) {
            return new Metadata(request(section, METADATA_VARIABLES), pointer(section, "fields", ""), pointer(section, "fieldName", "/name"),
                    pointer(section, "type", "/type"), pointer(section, "length", null), section.convert("readOnly", ApiDocumentReader::pointer),
                    Map.copyOf(types));
        }
    }

    private RequestTemplate request(final DocumentObject section, final Set<String> variables) {
        final String method = section.text("method").orElse("GET").toUpperCase(Locale.ROOT);
        if (!Set.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(method)) {
            section.problem("method", "is '%s'; write one of GET, POST, PUT, PATCH, DELETE".formatted(method));
        }

        if (!section.has("path")) {
            section.problem("path", "is missing; write the path of the request below the API Address, for example /api/v1/${object}");
        }

        final List<TextTemplate> path = section.convert("path", text -> {
            if (!text.startsWith("/")) {
                throw new IllegalArgumentException("must start with a slash");
            }

            return TextTemplate.of(text, variables, Encoder.URL);
        });
        final Map<String, TextTemplate> headers = new LinkedHashMap<>(commonHeaders);
        readHeaders(section, variables, headers);

        final JsonTemplate json = section.json("json").flatMap(node -> json(section, node, variables)).orElse(null);
        final List<TextTemplate> text = section.convert("text", value -> TextTemplate.of(value, variables, Encoder.XML));
        return new RequestTemplate(method, path.isEmpty() ? null : path.getFirst(), query(section, variables), headers, json,
                text.isEmpty() ? null : text.getFirst());
    }

    private static void readHeaders(final DocumentObject section, final Set<String> variables, final Map<String, TextTemplate> headers) {
        final DocumentObject names = section.object("headers");
        for (final String name : names.keys()) {
            names.convert(name, text -> TextTemplate.of(text, variables, null)).forEach(value -> headers.put(name, value));
        }
    }

    private static Optional<JsonTemplate> json(final DocumentObject section, final JsonNode node, final Set<String> variables) {
        try {
            return Optional.of(JsonTemplate.of(node, variables));
        } catch (final IllegalArgumentException e) {
            section.problem("json", e.getMessage());
            return Optional.empty();
        }
    }

    private static List<RequestTemplate.Parameter> query(final DocumentObject section, final Set<String> variables) {
        final List<RequestTemplate.Parameter> query = new ArrayList<>();
        for (final DocumentObject parameter : section.objects("query")) {
            try (parameter) {
                if (!parameter.has("name") || parameter.has("value") == parameter.has("each")) {
                    parameter.problem("name", "a parameter needs 'name' and one of 'value' and 'each'");
                }

                final boolean each = parameter.has("each");
                final List<TextTemplate> names = parameter.convert("name", text -> TextTemplate.of(text, variables, null));
                final List<TextTemplate> values = parameter.convert(each ? "each" : "value", text -> TextTemplate.of(text, variables, null));
                final String join = parameter.text("join").orElse(null);
                if (!names.isEmpty() && !values.isEmpty()) {
                    query.add(new RequestTemplate.Parameter(names.getFirst(), values.getFirst(), each, join));
                }
            }
        }

        return query;
    }

    private Map<String, ObjectSpec> objects(final DocumentObject root) {
        final Map<String, ObjectSpec> objects = new LinkedHashMap<>();
        final DocumentObject section = root.object("objects");
        for (final String name : section.keys()) {
            try (DocumentObject object = section.object(name)) {
                objects.put(name, new ObjectSpec(fields(object.object("fields")), references(object.object("references")),
                        object.json("defaults").filter(JsonNode::isObject).map(ObjectNode.class::cast).orElse(ObjectSpec.EMPTY.defaults())));
            }
        }

        return objects;
    }

    private List<FieldSpec> fields(final DocumentObject section) {
        final List<FieldSpec> fields = new ArrayList<>();
        for (final String name : section.keys()) {
            try (DocumentObject field = section.object(name)) {
                if (name.chars().filter(character -> character == '*').count() > 1) {
                    section.problem(name, "may have one asterisk only");
                }

                final FieldSpec plain = FieldSpec.of(name, type(field, "type"));
                final JsonPointer pointer = pointer(field, "pointer", plain.pointer());
                fields.add(new FieldSpec(name, pointer.toString(), field.text("filter").orElse(name), plain.type(),
                        field.integer("length", 0, 1, Integer.MAX_VALUE), pattern(field, "altered"), field.flag("readOnly", false)));
            }
        }

        return fields;
    }

    private ValueType type(final DocumentObject field, final String key) {
        final List<ValueType> named = field.convert(key, name -> {
            if (!types.containsKey(name)) {
                throw new IllegalArgumentException("is '%s'; write one of %s, or define it in 'types'".formatted(name,
                        String.join(", ", types.keySet().stream().sorted().toList())));
            }

            return types.get(name);
        });
        return named.isEmpty() ? ValueType.STRING : named.getFirst();
    }

    private static Map<String, ObjectSpec.Reference> references(final DocumentObject section) {
        final Map<String, ObjectSpec.Reference> references = new LinkedHashMap<>();
        for (final String name : section.keys()) {
            try (DocumentObject reference = section.object(name)) {
                if (!reference.has("object")) {
                    reference.problem("object", "is missing; name the object that is referred to");
                }

                references.put(name, new ObjectSpec.Reference(reference.text("object").orElse(""), reference.text("field").orElse(name)));
            }
        }

        return references;
    }

    private static Rules rules(final DocumentObject root, final String crm) {
        final List<Rule> rules = new ArrayList<>();
        for (final DocumentObject rule : root.objects("rules")) {
            try (rule) {
                rules.add(rule(rule));
            }
        }

        try (DocumentObject errors = root.object("errors")) {
            return new Rules(crm, rules, errors.convert("codes", ApiDocumentReader::pointer), errors.convert("messages", ApiDocumentReader::pointer));
        }
    }

    private static Rule rule(final DocumentObject rule) {
        rule.text("comment");
        final Set<Action> actions = EnumSet.noneOf(Action.class);
        actions.addAll(rule.convert("actions", ApiDocumentReader::action));
        final Map<String, Pattern> headers = new LinkedHashMap<>();
        final DocumentObject headerSection = rule.object("headers");
        headerSection.keys().forEach(name -> headers.put(name, pattern(headerSection, name)));
        final Verdict verdict = rule.choice("outcome", Verdict.class, null);
        if (!rule.has("outcome")) {
            rule.problem("outcome", "is missing; say what follows from such an answer");
        }

        if (verdict == Verdict.THROTTLED && !actions.isEmpty()) {
            rule.problem("actions", "do not go with 'throttled', which concerns requests of every kind; leave them out");
        }

        final int seconds = rule.integer("retryAfter", -1, 0, 86_400);
        return new Rule(actions, rule.convert("status", Rule.StatusRange::of), headers, pointer(rule, "pointer", null), pattern(rule, "body"),
                rule.flag("empty", false), verdict, rule.text("code").orElse(null), rule.text("message").orElse(null),
                seconds < 0 ? null : Duration.ofSeconds(seconds));
    }

    private static Action action(final String name) {
        for (final Action action : Action.values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(name)) {
                return action;
            }
        }

        throw new IllegalArgumentException("is '%s'; write one of metadata, lookup, create, update, delete".formatted(name));
    }

    private static JsonPointer pointer(final DocumentObject section, final String key, final String absent) {
        if (section.json(key).filter(node -> node.isTextual() && node.textValue().isEmpty()).isPresent()) {
            return JsonPointer.empty();
        }

        final List<JsonPointer> pointers = section.convert(key, ApiDocumentReader::pointer);
        return !pointers.isEmpty() ? pointers.getFirst() : absent == null ? null : JsonPointer.compile(absent);
    }

    private static JsonPointer pointer(final String text) {
        try {
            return JsonPointer.compile(text);
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException("is no JSON Pointer; write for example /data/id", e);
        }
    }

    private static Pattern pattern(final DocumentObject section, final String key) {
        final List<Pattern> patterns = section.convert(key, text -> {
            try {
                return Pattern.compile(text, Pattern.DOTALL);
            } catch (final PatternSyntaxException e) {
                throw new IllegalArgumentException("is no regular expression: " + e.getDescription(), e);
            }
        });
        return patterns.isEmpty() ? null : patterns.getFirst();
    }
}
