package org.nificrm.matching.cluster;

/**
 * Disjoint sets; the representative of a set is its least element.
 */
final class UnionFind {
    private final int[] parents;

    UnionFind(final int size) {
        parents = new int[size];
        for (int element = 0; element < size; element++) {
            parents[element] = element;
        }
    }

    int find(final int element) {
        int root = element;
        while (parents[root] != root) {
            root = parents[root];
        }

        int current = element;
        while (parents[current] != root) {
            final int next = parents[current];
            parents[current] = root;
            current = next;
        }

        return root;
    }

    void union(final int first, final int second) {
        final int left = find(first);
        final int right = find(second);
        if (left < right) {
            parents[right] = left;
        } else {
            parents[left] = right;
        }
    }
}
