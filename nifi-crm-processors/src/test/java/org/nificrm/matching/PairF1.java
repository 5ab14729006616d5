package org.nificrm.matching;

import org.nificrm.matching.field.SourceRecord;

import java.util.List;

/** Harmonic mean of precision and recall over all pairs. */
final class PairF1 {
    private PairF1() {
    }

    static double of(final List<SourceRecord> records, final int[] clusters) {
        int found = 0;
        int wanted = 0;
        int both = 0;
        for (int i = 0; i < clusters.length; i++) {
            for (int j = 0; j < i; j++) {
                final boolean same = TestRecords.person(records.get(i)).equals(TestRecords.person(records.get(j)));
                final boolean together = clusters[i] == clusters[j];
                found += together ? 1 : 0;
                wanted += same ? 1 : 0;
                both += same && together ? 1 : 0;
            }
        }

        return 2.0 * both / (found + wanted);
    }
}
