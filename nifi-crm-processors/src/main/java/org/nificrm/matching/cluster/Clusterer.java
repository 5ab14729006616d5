package org.nificrm.matching.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.nificrm.matching.Parallel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Groups records by their scored pairs.
 */
public final class Clusterer {
    private final Parallel parallel;
    private final double threshold;

    /** @param threshold least average score, in bits, of the pairs between two clusters that are merged */
    public Clusterer(final Parallel parallel, final double threshold) {
        this.parallel = parallel;
        this.threshold = threshold;
    }

    /**
     * Groups records.
     *
     * @param records   number of records, which are numbered from 0
     * @param edges     scored pairs; pairs below the threshold may be left out
     * @param mustLinks pairs that are in one cluster whatever their score
     * @param pairScore scores the pairs that are no match by themselves
     * @return for each record the least record of its cluster
     */
    public int[] cluster(final int records, final Edges edges, final List<int[]> mustLinks, final PairScore pairScore) {
        final UnionFind joined = new UnionFind(records);
        final UnionFind components = new UnionFind(records);
        for (final int[] pair : mustLinks) {
            joined.union(pair[0], pair[1]);
            components.union(pair[0], pair[1]);
        }

        for (int edge = 0; edge < edges.size(); edge++) {
            if (edges.score(edge) >= threshold) {
                components.union(edges.first(edge), edges.second(edge));
            }
        }

        final List<Component> work = components(records, components, edges);
        final int[] clusters = new int[records];
        Arrays.setAll(clusters, record -> record);
        parallel.forEach(work.size(), position -> {
            final Component component = work.get(position);
            for (final int[] cluster : AverageLink.cluster(component.records, edges, component.edges, joined, pairScore, threshold)) {
                for (final int record : cluster) {
                    clusters[record] = cluster[0];
                }
            }
        });
        return clusters;
    }

    /** The components of more than one record, the largest first. */
    private static List<Component> components(final int records, final UnionFind components, final Edges edges) {
        final Component[] byRoot = new Component[records];
        final List<Component> found = new ArrayList<>();
        for (int record = 0; record < records; record++) {
            final int root = components.find(record);
            if (root != record) {
                if (byRoot[root] == null) {
                    byRoot[root] = new Component(new IntArrayList(2), new IntArrayList(1));
                    byRoot[root].records.add(root);
                    found.add(byRoot[root]);
                }

                byRoot[root].records.add(record);
            }
        }

        for (int edge = 0; edge < edges.size(); edge++) {
            final int root = components.find(edges.first(edge));
            if (byRoot[root] != null && components.find(edges.second(edge)) == root) {
                byRoot[root].edges.add(edge);
            }
        }

        found.sort(Comparator.comparingInt((Component component) -> component.records.size()).reversed());
        return found;
    }

    private record Component(IntArrayList records, IntArrayList edges) {
    }
}
