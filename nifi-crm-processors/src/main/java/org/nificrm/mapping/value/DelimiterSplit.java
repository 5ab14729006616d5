package org.nificrm.mapping.value;

import java.util.ArrayList;
import java.util.List;

/** Parts between a delimiter, without the blanks around them; the last part takes the rest, so nothing is lost. */
public final class DelimiterSplit implements Splitter {

    /** As many parts as there are. */
    public static final int ALL = Integer.MAX_VALUE;

    private final String delimiter;
    private final int count;

    public DelimiterSplit(final String delimiter, final int count) {
        this.delimiter = delimiter;
        this.count = count;
    }

    @Override
    public Object[] split(final String text) {
        final List<Object> parts = new ArrayList<>();
        int start = 0;
        while (parts.size() < count - 1) {
            final int end = text.indexOf(delimiter, start);
            if (end < 0) {
                break;
            }

            parts.add(part(text, start, end));
            start = end + delimiter.length();
        }

        parts.add(part(text, start, text.length()));
        return parts.toArray(new Object[count == ALL ? parts.size() : count]);
    }

    private static String part(final String text, final int start, final int end) {
        final String part = text.substring(start, end).strip();
        return part.isEmpty() ? null : part;
    }
}
