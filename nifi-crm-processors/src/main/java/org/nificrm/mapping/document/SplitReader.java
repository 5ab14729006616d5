package org.nificrm.mapping.document;

import org.nificrm.document.DocumentNode;
import org.nificrm.mapping.value.DelimiterSplit;
import org.nificrm.mapping.value.FixedWidthSplit;
import org.nificrm.mapping.value.PersonNamePart;
import org.nificrm.mapping.value.PersonNameSplit;
import org.nificrm.mapping.value.RegexSplit;
import org.nificrm.mapping.value.Splitter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * Reads a rule's {@code split}: {@code "personName"}, {@code {"regex": …}}, {@code {"delimiter": …}} or
 * {@code {"fixedWidth": […]}}.
 */
final class SplitReader {

    private static final String PERSON_NAME = "personName";
    private static final Set<String> KINDS = Set.of(PERSON_NAME, "regex", "delimiter", "fixedWidth");

    /** Names of the parts that go to the rule's targets, in their order. */
    private final List<String> parts;
    private final DocumentNode node;
    private final Locale locale;

    private SplitReader(final DocumentNode node, final List<String> parts, final Locale locale) {
        this.node = node;
        this.parts = parts;
        this.locale = locale;
    }

    /**
     * Reads the node.
     *
     * @param parts  for each target the name of its part: that of the field, unless the document says another
     * @param locale where the texts come from, {@link Locale#ROOT} if unknown
     */
    static Optional<Splitter> read(final DocumentNode node, final List<String> parts, final Locale locale) {
        final SplitReader reader = new SplitReader(node, parts, locale);
        if (node.isText()) {
            return reader.named(node.text().orElseThrow());
        }

        if (!node.isObject() || node.members().keySet().stream().filter(KINDS::contains).count() != 1) {
            node.problem("must be \"personName\" or an object with one of 'regex', 'delimiter', 'fixedWidth'");
            return Optional.empty();
        }

        node.allow("regex", "delimiter", "fixedWidth");
        return node.child("regex").flatMap(reader::regex)
                .or(() -> node.child("delimiter").flatMap(reader::delimiter))
                .or(() -> node.child("fixedWidth").flatMap(reader::fixedWidth));
    }

    private Optional<Splitter> named(final String kind) {
        if (!kind.equals(PERSON_NAME)) {
            node.problem("unknown split '%s'; write \"personName\", or for example {\"delimiter\": \",\"}".formatted(kind));
            return Optional.empty();
        }

        final List<PersonNamePart> nameParts = new ArrayList<>();
        for (final String part : parts) {
            final Optional<PersonNamePart> namePart = PersonNamePart.ofField(part);
            namePart.ifPresent(nameParts::add);
            if (namePart.isEmpty()) {
                node.problem("cannot tell which part of a name '%s' is; write 'to' as an object, for example {\"last\": \"/%s\"}".formatted(part, part));
            }
        }

        if (Set.copyOf(nameParts).size() < nameParts.size()) {
            node.problem("two targets take the same part of the name");
        }

        return Optional.of(new PersonNameSplit(nameParts, locale));
    }

    private Optional<Splitter> regex(final DocumentNode regex) {
        try {
            return regex.name().map(Pattern::compile).flatMap(pattern -> groups(regex, pattern).map(groups -> new RegexSplit(pattern, groups)));
        } catch (final PatternSyntaxException e) {
            regex.problem("is not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    /** By name where the groups have names that the targets share, else by position. */
    private Optional<List<Integer>> groups(final DocumentNode regex, final Pattern pattern) {
        final Map<String, Integer> named = new HashMap<>();
        pattern.namedGroups().forEach((name, number) -> named.put(plain(name), number));
        final List<Integer> byName = parts.stream().map(part -> named.get(plain(part))).filter(group -> group != null).toList();
        if (byName.size() == parts.size()) {
            return Optional.of(byName);
        }

        final int count = pattern.matcher("").groupCount();
        if (!byName.isEmpty() || count != parts.size()) {
            regex.problem("has no group for each target; name the groups after the fields, as in (?<%s>…), or write as many groups as targets"
                    .formatted(plain(parts.getFirst())));
            return Optional.empty();
        }

        return Optional.of(IntStream.rangeClosed(1, count).boxed().toList());
    }

    /** Groups cannot have underscores in their names. */
    private static String plain(final String name) {
        return name.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
    }

    private Optional<Splitter> delimiter(final DocumentNode delimiter) {
        final Optional<String> text = delimiter.text();
        if (text.isPresent() && text.get().isEmpty()) {
            delimiter.problem("must not be empty");
            return Optional.empty();
        }

        return text.map(separator -> new DelimiterSplit(separator, parts.size() == 1 ? DelimiterSplit.ALL : parts.size()));
    }

    private Optional<Splitter> fixedWidth(final DocumentNode fixedWidth) {
        final List<Integer> widths = new ArrayList<>();
        fixedWidth.elements().forEach(element -> element.positive().ifPresent(widths::add));
        if (fixedWidth.elements().size() != parts.size()) {
            fixedWidth.problem("has %d widths for %d targets".formatted(fixedWidth.elements().size(), parts.size()));
        }

        return widths.size() == parts.size() ? Optional.of(new FixedWidthSplit(widths)) : Optional.empty();
    }
}
