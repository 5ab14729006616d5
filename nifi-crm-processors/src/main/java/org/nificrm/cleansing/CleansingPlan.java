package org.nificrm.cleansing;

import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.cleansing.reference.Reference;
import org.nificrm.cleansing.reference.ReferenceRule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is decided before the first record comes: rules in order, roles of fields, references. Immutable. */
public final class CleansingPlan {

    private static final String REFERENCES = "references";

    private final String name;
    private final FieldRoles roles;
    private final List<Step> steps;
    private final List<ExpectedValue> expectedOfPerson;
    private final List<ExpectedValue> expectedOfCompany;
    private final Set<String> blockingCodes;

    /**
     * @param document   the compiled rules
     * @param roles      which fields hold what
     * @param references systems that are asked, in order; may be empty
     */
    public CleansingPlan(final RulesDocument document, final FieldRoles roles, final List<Reference> references) {
        this.name = document.name();
        this.roles = roles;
        this.steps = steps(document.rules(), references);
        this.expectedOfPerson = expected(document.expectedOfPerson());
        this.expectedOfCompany = expected(document.expectedOfCompany());
        this.blockingCodes = Set.copyOf(document.blockingCodes());
    }

    private static List<Step> steps(final Map<String, Rule> rules, final List<Reference> references) {
        final List<Step> ofFields = new ArrayList<>();
        final List<Step> ofWhole = new ArrayList<>();
        for (final Map.Entry<String, Rule> rule : rules.entrySet()) {
            (RuleCatalog.WHOLE_RECORD.contains(rule.getKey()) ? ofWhole : ofFields).add(new Step(rule.getKey(), rule.getValue()));
        }

        final List<Step> steps = new ArrayList<>(ofFields);
        if (!references.isEmpty()) {
            steps.add(new Step(REFERENCES, new ReferenceRule(references, ofFields.stream().map(Step::rule).toList())));
        }

        steps.addAll(ofWhole);
        return List.copyOf(steps);
    }

    private static List<ExpectedValue> expected(final List<List<FieldRole>> lists) {
        return lists.stream().map(roles -> new ExpectedValue(roles.getFirst(), EnumSet.copyOf(roles))).toList();
    }

    /** Name of the set of rules. */
    public String name() {
        return name;
    }

    /** Keys of the rules in force, in the order in which they run. */
    public List<String> rules() {
        return steps.stream().map(Step::name).toList();
    }

    /**
     * Binds the plan to a schema, once per FlowFile.
     *
     * @param schema        schema of the records to come
     * @param defaultRegion ISO 3166-1 alpha-2 code of the country of values that name none, or null
     */
    public RecordCleanser forSchema(final RecordSchema schema, final String defaultRegion) {
        return new RecordCleanser(this, new FieldBinding(roles, schema), defaultRegion);
    }

    List<Step> steps() {
        return steps;
    }

    boolean blocks(final String code) {
        return blockingCodes.contains(code);
    }

    List<ExpectedValue> expected(final boolean organization) {
        return organization ? expectedOfCompany : expectedOfPerson;
    }

    record ExpectedValue(FieldRole role, Set<FieldRole> alternatives) {
    }

    record Step(String name, Rule rule) {
    }
}
