package org.nificrm.cleansing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.cleansing.reference.ReferenceSpec;
import org.nificrm.document.DocumentObject;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.Documents;
import org.nificrm.document.InvalidDocumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules document: which rules run and with which options and additions, what is expected of a record, what sends it aside, and
 * how reference systems are used. A document says only what differs from the default one.
 *
 * @param name              name of the set of rules, shown in the report
 * @param rules             the rules in force, in the order in which they run
 * @param expectedOfPerson  what a person should have, each element the alternatives of which one suffices
 * @param expectedOfCompany what a company should have
 * @param blockingCodes     codes of findings that send a record aside
 * @param references        how reference systems are used
 */
public record RulesDocument(String name, Map<String, Rule> rules, List<List<FieldRole>> expectedOfPerson, List<List<FieldRole>> expectedOfCompany,
                            Set<String> blockingCodes, List<ReferenceSpec> references) {

    private static final String DEFAULT_RESOURCE = "default-rules.json";

    /** The default document as text. */
    public static String defaultText() {
        try (InputStream resource = RulesDocument.class.getResourceAsStream(DEFAULT_RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The default document with the user's laid over it; a null or blank one changes nothing. */
    public static ObjectNode effective(final String userText) {
        final ObjectNode defaults = Documents.parse(defaultText());
        return userText == null || userText.isBlank() ? defaults : Documents.overlay(defaults, Documents.parse(userText));
    }

    /**
     * Compiles a document.
     *
     * @param document what {@link #effective} gave, without the section {@code quality}
     * @throws InvalidDocumentException with all of its problems
     */
    public static RulesDocument compile(final ObjectNode document, final CleansingOptions options) {
        final List<DocumentProblem> problems = new ArrayList<>();
        final RulesDocument compiled;
        try (DocumentObject root = DocumentObject.root(document, problems)) {
            compiled = read(root, options);
        }

        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }

        return compiled;
    }

    private static RulesDocument read(final DocumentObject root, final CleansingOptions options) {
        final String name = root.text("name").orElse("default");
        final Map<String, Rule> rules = new LinkedHashMap<>();
        try (DocumentObject sections = root.object("rules")) {
            RuleCatalog.FACTORIES.forEach((rule, factory) -> {
                try (DocumentObject section = sections.object(rule)) {
                    final boolean enabled = section.flag("enabled", true);
                    final Rule compiled = factory.apply(new RuleSettings(section, options));
                    if (enabled) {
                        rules.put(rule, compiled);
                    }
                }
            });
        }

        final List<ReferenceSpec> references = new ArrayList<>();
        for (final DocumentObject reference : root.objects("references")) {
            references.add(ReferenceSpec.read(reference));
        }

        try (DocumentObject expected = root.object("expected"); DocumentObject quarantine = root.object("quarantine")) {
            return new RulesDocument(name, rules, roles(expected, "person"), roles(expected, "organization"),
                    new LinkedHashSet<>(quarantine.texts("codes")), references);
        }
    }

    private static List<List<FieldRole>> roles(final DocumentObject section, final String key) {
        final List<List<FieldRole>> lists = new ArrayList<>();
        for (final List<String> alternatives : section.textLists(key)) {
            final List<FieldRole> roles = new ArrayList<>();
            for (final String role : alternatives) {
                FieldRole.ofKey(role).ifPresentOrElse(roles::add, () -> section.problem(key, "names '%s', which is no field role".formatted(role)));
            }

            if (!roles.isEmpty()) {
                lists.add(roles);
            }
        }

        return lists;
    }
}
