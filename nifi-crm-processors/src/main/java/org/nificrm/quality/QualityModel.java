package org.nificrm.quality;

import org.nificrm.document.DocumentObject;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From measures to scores: score = (w₁·completeness + w₂·validity + w₃·consistency + w₄·accuracy) / Σw over the dimensions that are
 * not null.
 *
 * @param completeness weight of completeness
 * @param validity     weight of validity
 * @param consistency  weight of consistency
 * @param accuracy     weight of accuracy
 * @param accept       least score of {@link Grade#ACCEPT}
 * @param review       least score of {@link Grade#REVIEW}
 * @param fieldWeights weights of fields by the name of their role; 1 where none is given
 */
public record QualityModel(double completeness, double validity, double consistency, double accuracy, double accept, double review,
                           Map<String, Double> fieldWeights) {

    /** The weights and limits that hold unless configured otherwise. */
    public static final QualityModel DEFAULT = new QualityModel(0.35, 0.35, 0.15, 0.15, 0.8, 0.6, Map.of());

    public QualityModel {
        if (completeness < 0 || validity < 0 || consistency < 0 || accuracy < 0 || completeness + validity + consistency + accuracy == 0) {
            throw new IllegalArgumentException("Weights must not be negative, nor all zero");
        }

        if (review > accept) {
            throw new IllegalArgumentException("The limit of review must not exceed that of accept");
        }

        fieldWeights = Map.copyOf(fieldWeights);
    }

    /** Reads <code>{"weights": {"completeness": 0.35, …}, "accept": 0.8, "review": 0.6, "fields": {"email": 2}}</code>. */
    public static QualityModel read(final DocumentObject section) {
        final Map<String, Double> fieldWeights = new LinkedHashMap<>();
        try (section; DocumentObject weights = section.object("weights")) {
            final DocumentObject fields = section.object("fields");
            for (final String field : fields.keys()) {
                fieldWeights.put(field, fields.number(field, 1, 0, 1_000));
            }

            try {
                return new QualityModel(
                        weights.number("completeness", DEFAULT.completeness, 0, 1), weights.number("validity", DEFAULT.validity, 0, 1),
                        weights.number("consistency", DEFAULT.consistency, 0, 1), weights.number("accuracy", DEFAULT.accuracy, 0, 1),
                        section.number("accept", DEFAULT.accept, 0, 1), section.number("review", DEFAULT.review, 0, 1), fieldWeights);
            } catch (final IllegalArgumentException e) {
                section.problem("weights", e.getMessage());
                return DEFAULT;
            }
        }
    }

    /** Weight of a field by the name of its role. */
    public double weightOf(final String role) {
        return fieldWeights.getOrDefault(role, 1.0);
    }

    /** The scores of a record, or of many whose measures were added up. */
    public Scores score(final Measures measures) {
        final Double[] dimensions = {measures.completeness(), measures.validity(), measures.consistency(), measures.accuracy()};
        final double[] weights = {completeness, validity, consistency, accuracy};
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < dimensions.length; i++) {
            if (dimensions[i] != null) {
                sum += weights[i] * dimensions[i];
                weight += weights[i];
            }
        }

        final Double score = weight == 0 ? null : sum / weight;
        return new Scores(score, grade(score), dimensions[0], dimensions[1], dimensions[2], dimensions[3], measures.compared());
    }

    private Grade grade(final Double score) {
        if (score == null || score >= accept) {
            return Grade.ACCEPT;
        }

        return score >= review ? Grade.REVIEW : Grade.QUARANTINE;
    }
}
