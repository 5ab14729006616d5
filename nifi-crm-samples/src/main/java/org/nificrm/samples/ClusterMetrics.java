package org.nificrm.samples;

import java.util.HashMap;
import java.util.Map;

/**
 * How well clusters agree with the truth, over all records.
 *
 * @param truePairs      pairs that belong together
 * @param foundPairs     pairs that were put together
 * @param correctPairs   pairs of both
 * @param bcubedPrecision mean over records of the share of its cluster that belongs with it
 * @param bcubedRecall    mean over records of the share of what belongs with it that is in its cluster
 */
public record ClusterMetrics(long truePairs, long foundPairs, long correctPairs, double bcubedPrecision, double bcubedRecall) {

    /**
     * Compares two groupings of the same records.
     *
     * @param truth for each record its true cluster
     * @param found for each record the cluster it was put in
     */
    public static ClusterMetrics of(final String[] truth, final String[] found) {
        final Map<String, Integer> trueSizes = new HashMap<>();
        final Map<String, Integer> foundSizes = new HashMap<>();
        final Map<String, Integer> bothSizes = new HashMap<>();
        for (int record = 0; record < truth.length; record++) {
            trueSizes.merge(truth[record], 1, Integer::sum);
            foundSizes.merge(found[record], 1, Integer::sum);
            bothSizes.merge(truth[record] + '\0' + found[record], 1, Integer::sum);
        }

        double precision = 0;
        double recall = 0;
        for (int record = 0; record < truth.length; record++) {
            final double both = bothSizes.get(truth[record] + '\0' + found[record]);
            precision += both / foundSizes.get(found[record]);
            recall += both / trueSizes.get(truth[record]);
        }

        return new ClusterMetrics(pairs(trueSizes), pairs(foundSizes), pairs(bothSizes), precision / truth.length, recall / truth.length);
    }

    private static long pairs(final Map<String, Integer> sizes) {
        return sizes.values().stream().mapToLong(size -> (long) size * (size - 1) / 2).sum();
    }

    public double precision() {
        return foundPairs == 0 ? 1 : (double) correctPairs / foundPairs;
    }

    public double recall() {
        return truePairs == 0 ? 1 : (double) correctPairs / truePairs;
    }

    public double f1() {
        return harmonicMean(precision(), recall());
    }

    public double bcubedF1() {
        return harmonicMean(bcubedPrecision, bcubedRecall);
    }

    private static double harmonicMean(final double first, final double second) {
        return first + second == 0 ? 0 : 2 * first * second / (first + second);
    }
}
