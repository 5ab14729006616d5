package org.nificrm.matching.cluster;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Greedy average-link clustering of one connected component: the two clusters whose records agree most on average are merged
 * first, as long as that average is a match. Pairs that blocking never brought together are scored too, so a chain of lookalikes
 * does not become one customer. A vetoed pair keeps its clusters apart.
 */
final class AverageLink {
    private static final float LEAST_BITS = -8;
    private static final float MOST_BITS = 15;
    /** Between two clusters with more pairs than this, a sample of them stands for all. */
    private static final int MOST_PAIRS = 1_024;

    private final PairScore pairScore;
    private final double threshold;
    private final List<IntArrayList> members = new ArrayList<>();
    private final List<Int2DoubleOpenHashMap> links = new ArrayList<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

    private AverageLink(final PairScore pairScore, final double threshold) {
        this.pairScore = pairScore;
        this.threshold = threshold;
    }

    /**
     * Clusters a component.
     *
     * @param records   its records, ascending
     * @param edges     scored pairs among them
     * @param positions which of the edges belong to the component
     * @param joined    for each record the least record it must be with, itself if free
     * @return the clusters, each ascending
     */
    static List<int[]> cluster(final IntArrayList records, final Edges edges, final IntArrayList positions, final UnionFind joined,
            final PairScore pairScore, final double threshold) {
        final AverageLink clustering = new AverageLink(pairScore, threshold);
        clustering.start(records, joined, edges, positions);
        clustering.merge();
        return clustering.members.stream().filter(cluster -> cluster != null).map(cluster -> {
            final int[] sorted = cluster.toIntArray();
            Arrays.sort(sorted);
            return sorted;
        }).toList();
    }

    private void start(final IntArrayList records, final UnionFind joined, final Edges edges, final IntArrayList positions) {
        final Int2IntOpenHashMap clusters = new Int2IntOpenHashMap();
        for (int i = 0; i < records.size(); i++) {
            final int record = records.getInt(i);
            final int representative = joined.find(record);
            if (!clusters.containsKey(representative)) {
                clusters.put(representative, members.size());
                members.add(new IntArrayList(1));
                links.add(new Int2DoubleOpenHashMap());
            }

            members.get(clusters.get(representative)).add(record);
        }

        for (int i = 0; i < positions.size(); i++) {
            final int edge = positions.getInt(i);
            final int first = clusters.get(joined.find(edges.first(edge)));
            final int second = clusters.get(joined.find(edges.second(edge)));
            if (first != second && !links.get(first).containsKey(second)) {
                final boolean isMatch = edges.score(edge) >= threshold && members.get(first).size() == 1 && members.get(second).size() == 1;
                link(first, second, isMatch ? clipped(edges.score(edge)) : sum(first, second));
            }
        }
    }

    private void merge() {
        while (!queue.isEmpty()) {
            final Candidate best = queue.poll();
            if (members.get(best.first) != null && members.get(best.second) != null) {
                merge(best.first, best.second);
            }
        }
    }

    private void merge(final int first, final int second) {
        final int merged = members.size();
        final Int2DoubleOpenHashMap firstLinks = links.get(first);
        final Int2DoubleOpenHashMap secondLinks = links.get(second);
        final Int2DoubleOpenHashMap sums = new Int2DoubleOpenHashMap();
        for (final Int2DoubleMap.Entry entry : firstLinks.int2DoubleEntrySet()) {
            final int other = entry.getIntKey();
            if (other != second) {
                sums.put(other, entry.getDoubleValue() + (secondLinks.containsKey(other) ? secondLinks.get(other) : sum(second, other)));
            }
        }

        for (final Int2DoubleMap.Entry entry : secondLinks.int2DoubleEntrySet()) {
            final int other = entry.getIntKey();
            if (other != first && !firstLinks.containsKey(other)) {
                sums.put(other, entry.getDoubleValue() + sum(first, other));
            }
        }

        final IntArrayList union = members.get(first);
        union.addAll(members.get(second));
        members.add(union);
        members.set(first, null);
        members.set(second, null);
        links.set(first, null);
        links.set(second, null);
        links.add(new Int2DoubleOpenHashMap());
        for (final Int2DoubleMap.Entry entry : sums.int2DoubleEntrySet()) {
            links.get(entry.getIntKey()).remove(first);
            links.get(entry.getIntKey()).remove(second);
            link(merged, entry.getIntKey(), entry.getDoubleValue());
        }
    }

    private void link(final int first, final int second, final double sum) {
        links.get(first).put(second, sum);
        links.get(second).put(first, sum);
        final double average = sum / ((double) members.get(first).size() * members.get(second).size());
        if (average >= threshold) {
            queue.add(new Candidate(average, first, second, Math.min(members.get(first).getInt(0), members.get(second).getInt(0)),
                    Math.max(members.get(first).getInt(0), members.get(second).getInt(0))));
        }
    }

    /** Sum of the scores of all pairs between two clusters. */
    private double sum(final int first, final int second) {
        final IntArrayList left = members.get(first);
        final IntArrayList right = members.get(second);
        final long pairs = (long) left.size() * right.size();
        final long step = Math.max(1, pairs / MOST_PAIRS);
        double sum = 0;
        int scored = 0;
        for (long pair = 0; pair < pairs; pair += step) {
            final int one = left.getInt((int) (pair / right.size()));
            final int other = right.getInt((int) (pair % right.size()));
            final float score = pairScore.score(Math.min(one, other), Math.max(one, other));
            if (score == Float.NEGATIVE_INFINITY) {
                return Double.NEGATIVE_INFINITY;
            }

            sum += clipped(score);
            scored++;
        }

        return sum / scored * pairs;
    }

    private static double clipped(final float score) {
        return score == Float.NEGATIVE_INFINITY ? score : Math.max(LEAST_BITS, Math.min(MOST_BITS, score));
    }

    /** Two clusters that may be merged; in the order in which that is tried. */
    private record Candidate(double average, int first, int second, int lesserRecord, int greaterRecord) implements Comparable<Candidate> {
        @Override
        public int compareTo(final Candidate other) {
            final int byAverage = Double.compare(other.average, average);
            if (byAverage != 0) {
                return byAverage;
            }

            final int byLesser = Integer.compare(lesserRecord, other.lesserRecord);
            return byLesser != 0 ? byLesser : Integer.compare(greaterRecord, other.greaterRecord);
        }
    }
}
