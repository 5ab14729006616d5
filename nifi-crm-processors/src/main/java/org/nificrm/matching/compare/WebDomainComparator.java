package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.TextValue;

import java.util.List;

/**
 * Web domains: the same name under another top-level domain is near.
 */
final class WebDomainComparator implements LevelComparator<TextValue> {
    private static final List<String> LEVELS = List.of("else", "near", "exact");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final TextValue first, final TextValue second) {
        if (first.sameAs(second)) {
            return 2;
        }

        final int firstLabel = firstLabel(first.characters());
        final int secondLabel = firstLabel(second.characters());
        final boolean sameLabel = firstLabel == secondLabel && firstLabel > 2
                && Similarity.commonPrefix(first.characters(), second.characters()) >= firstLabel;
        return sameLabel || Similarity.isWithin(first.letters(), second.letters(), 1) ? 1 : 0;
    }

    private static int firstLabel(final char[] domain) {
        int end = 0;
        while (end < domain.length && domain[end] != '.') {
            end++;
        }

        return end;
    }
}
