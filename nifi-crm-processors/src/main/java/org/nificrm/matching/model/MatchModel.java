package org.nificrm.matching.model;

import org.nificrm.matching.compare.PairComparator;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.prepare.Hash;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;
import org.nificrm.matching.prepare.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * A trained or built-in model, never changed once made: what each level of each attribute is worth, how common values are, and
 * how many matches to expect.
 */
public final class MatchModel {
    private static final String BUILT_IN = "built-in";

    private final MatchFields fields;
    private final List<Attribute> attributes;
    private final List<AttributeWeights> weights;
    private final List<Frequencies> frequencies;
    private final Proportions proportions;
    private final long trainedOn;
    private final ProfileReader reader;
    private String version;

    MatchModel(final MatchFields fields, final List<AttributeWeights> weights, final List<Frequencies> frequencies,
            final Proportions proportions, final long trainedOn) {
        this.fields = fields;
        this.attributes = Attribute.of(fields);
        this.weights = List.copyOf(weights);
        this.frequencies = List.copyOf(frequencies);
        this.proportions = proportions;
        this.trainedOn = trainedOn;
        reader = new ProfileReader(fields, this::apply);
    }

    /** @return the model that needs no data */
    public static MatchModel builtIn(final MatchFields fields) {
        final List<Attribute> attributes = Attribute.of(fields);
        final List<AttributeWeights> weights = attributes.stream().map(attribute -> {
            final Prior prior = Prior.of(attribute.role());
            return AttributeWeights.of(prior, prior.match(), prior.unrelated());
        }).toList();
        final List<Frequencies> frequencies = attributes.stream().map(attribute -> Frequencies.unknown()).toList();
        return new MatchModel(fields, weights, frequencies, Proportions.unknown(fields), 0);
    }

    /**
     * Reads a model back.
     *
     * @throws IllegalArgumentException if the document is no model, or one for other fields
     */
    public static MatchModel fromJson(final String json, final MatchFields fields) {
        return ModelDocument.read(json, fields);
    }

    /** @return the model as a JSON document; it holds no customer's data */
    public String toJson() {
        return ModelDocument.write(this);
    }

    public MatchFields fields() {
        return fields;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    /** @return a short name that changes whenever the model does */
    public String version() {
        if (version == null) {
            version = name();
        }

        return version;
    }

    private String name() {
        return trainedOn == 0 && proportions.equals(Proportions.unknown(fields)) ? BUILT_IN
                : "%d-%08x".formatted(trainedOn, (int) Hash.of(toJson()));
    }

    /** @return what each level of each attribute is worth */
    public List<LevelWeight> levelWeights() {
        final List<LevelWeight> levels = new ArrayList<>();
        for (final Attribute attribute : attributes) {
            final AttributeWeights weight = weights.get(attribute.index());
            final List<String> names = PairComparator.levels(attribute.role());
            for (int level = 0; level < names.size(); level++) {
                levels.add(new LevelWeight(attribute.name(), names.get(level), weight.match()[level], weight.unrelated()[level],
                        weight.matchBits(level)));
            }
        }

        return levels;
    }

    /** @return number of records the model was trained on, 0 for the built-in one */
    public long trainedOn() {
        return trainedOn;
    }

    Proportions proportions() {
        return proportions;
    }

    AttributeWeights weights(final int attribute) {
        return weights.get(attribute);
    }

    Frequencies frequencies(final int attribute) {
        return frequencies.get(attribute);
    }

    /** @return reads records into profiles whose values know how common they are, see {@link #apply(Profile)} */
    public ProfileReader reader() {
        return reader;
    }

    /** Tells the values of a profile how common they are. */
    public void apply(final Profile profile) {
        for (int attribute = 0; attribute < attributes.size(); attribute++) {
            final Value value = profile.value(attribute);
            if (value != null) {
                apply(attribute, value);
            }
        }
    }

    /** Tells a value of an attribute how common it is. */
    public void apply(final int attribute, final Value value) {
        frequencies.get(attribute).apply(value);
    }

    /**
     * What one level of one attribute is worth.
     *
     * @param attribute name of the attribute
     * @param level     name of the level
     * @param match     m
     * @param unrelated u
     * @param bits      logarithm to base 2 of m / u
     */
    public record LevelWeight(String attribute, String level, double match, double unrelated, double bits) {
    }
}
