package org.nificrm.mapping.value;

import java.util.List;

/** Parts of fixed widths in characters, as mainframe exports have them; blanks around a part are padding. */
public final class FixedWidthSplit implements Splitter {

    private final List<Integer> widths;

    public FixedWidthSplit(final List<Integer> widths) {
        this.widths = List.copyOf(widths);
    }

    @Override
    public Object[] split(final String text) throws MappingFailure {
        final Object[] parts = new Object[widths.size()];
        int start = 0;
        for (int i = 0; i < parts.length; i++) {
            final int from = Math.min(start, text.length());
            final int to = (int) Math.min((long) from + widths.get(i), text.length());
            final String part = text.substring(from, to).strip();
            parts[i] = part.isEmpty() ? null : part;
            start = to;
        }

        if (!text.substring(start).isBlank()) {
            throw new MappingFailure(FailureCode.MAP_SPLIT, "value %s is longer than the widths %s together".formatted(MappingFailure.quote(text), widths));
        }

        return parts;
    }
}
