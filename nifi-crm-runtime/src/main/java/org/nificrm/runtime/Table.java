package org.nificrm.runtime;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns: the first to the left, the others to the right. */
final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(final String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row of as many cells as there are headings; numbers are grouped by thousands. */
    void add(final Object... cells) {
        final List<String> row = new ArrayList<>();
        for (final Object cell : cells) {
            row.add(cell instanceof Long number ? "%,d".formatted(number) : cell.toString());
        }

        rows.add(row);
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(final List<String> row) {
        final StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            final String alignment = column == 0 ? "-" : "";
            line.append(GAP).append(("%" + alignment + width(column) + "s").formatted(row.get(column)));
        }

        return line.toString();
    }

    private int width(final int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
    }
}
