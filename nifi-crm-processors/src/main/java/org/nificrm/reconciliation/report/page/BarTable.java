package org.nificrm.reconciliation.report.page;

import java.util.List;

/** A table in which each row has a bar: chart and text at once. */
final class BarTable {

    private static final String BAR_HEIGHT = "14";

    private final Markup page;

    /**
     * One row.
     *
     * @param name    what it is about; may come from outside
     * @param bars    one bar or several below each other
     * @param figures one text for each further column
     */
    record Row(String name, List<Bar> bars, List<String> figures) {
    }

    /**
     * One bar.
     *
     * @param share of the full length, from 0 to 1
     * @param style class of its colour
     */
    record Bar(double share, String style) {
    }

    BarTable(final Markup page) {
        this.page = page;
    }

    /** @param columns their headings: of the names, the bars and the figures */
    void write(final String caption, final List<String> columns, final List<Row> rows) {
        page.open("table").element("caption", caption);
        page.open("thead").open("tr");
        for (int i = 0; i < columns.size(); i++) {
            page.element("th", columns.get(i), "scope", "col", "class", columnClass(i));
        }

        page.close("tr").close("thead").open("tbody");
        rows.forEach(this::write);
        page.close("tbody").close("table");
    }

    private static String columnClass(final int column) {
        return switch (column) {
            case 0 -> "name";
            case 1 -> "bar";
            default -> "figure";
        };
    }

    private void write(final Row row) {
        page.open("tr").open("th", "scope", "row", "class", "name").name(row.name()).close("th");
        page.open("td", "class", "bar");
        for (final Bar bar : row.bars()) {
            page.open("svg", "class", "track", "width", "100%", "height", BAR_HEIGHT, "aria-hidden", "true");
            page.open("rect", "width", "100%", "height", BAR_HEIGHT, "rx", "3", "class", "rail").close("rect");
            page.open("rect", "width", Markup.length(bar.share()), "height", BAR_HEIGHT, "rx", "3", "class", bar.style()).close("rect");
            page.close("svg");
        }

        page.close("td");
        for (final String figure : row.figures()) {
            page.element("td", figure, "class", "figure");
        }

        page.close("tr");
    }
}
