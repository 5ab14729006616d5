package org.nificrm.reconciliation.report.page;

import org.nificrm.reconciliation.report.Counts;
import org.nificrm.reconciliation.report.MigrationReport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the sources delivered, and the records on their way through the stages: a stream as wide as it has records, and what left it where. */
final class FlowPicture {

    private static final double LEAST_VISIBLE = 0.004;
    private static final String BAR_HEIGHT = "26";

    private final Markup page;

    /** What the picture knows of a stage: its name in reports, its title, what comes of its records and how each is drawn. */
    private enum Stage {
        MAP("map", "Read and mapped", List.of("mapped", "invalid"), List.of("mapped", "could not be mapped"), "good bad"),
        CLEANSE("cleanse", "Cleansed", List.of("cleansed", "quarantined"), List.of("good enough", "in quarantine"), "good warn"),
        DEDUP("dedup", "Deduplicated", List.of("golden", "duplicate"), List.of("golden records", "duplicates merged"), "good calm"),
        PUT("put", "Written to the CRM", List.of("created", "updated", "unchanged", "deleted", "stale", "conflict", "rejected"),
                List.of("created", "updated", "already there", "deleted", "older than the CRM's", "left to a person", "rejected by the CRM"),
                "good good2 good3 calm calm warn bad"),
        RECONCILE("reconcile", "Found and compared", List.of("consistent", "inconsistent", "missing"), List.of("equal", "differ", "missing"), "good warn bad"),
        ORPHANS("orphans", "The CRM's records looked up in the source", List.of("consistent", "missing"), List.of("known to the source", "orphans"), "good warn");

        private final String name;
        private final String title;
        private final List<String> counters;
        private final List<String> labels;
        private final List<String> styles;

        Stage(final String name, final String title, final List<String> counters, final List<String> labels, final String styles) {
            this.name = name;
            this.title = title;
            this.counters = counters;
            this.labels = labels;
            this.styles = List.of(styles.split(" "));
        }

        private Step step(final Counts records) {
            final List<Part> parts = new ArrayList<>();
            for (int i = 0; i < counters.size(); i++) {
                final long count = records.get(counters.get(i));
                if (count > 0) {
                    parts.add(new Part(labels.get(i), count, styles.get(i)));
                }
            }

            return new Step(title, parts, this != ORPHANS);
        }
    }

    private record Part(String label, long count, String style) {

        private boolean staysInTheStream() {
            return style.startsWith("good");
        }
    }

    /**
     * One stage.
     *
     * @param follows whether its records are those that the stage before let through
     */
    private record Step(String title, List<Part> parts, boolean follows) {

        private long total() {
            return parts.stream().mapToLong(Part::count).sum();
        }

        private long stream() {
            return parts.stream().filter(Part::staysInTheStream).mapToLong(Part::count).sum();
        }
    }

    FlowPicture(final Markup page) {
        this.page = page;
    }

    void write(final MigrationReport report) {
        final List<Step> steps = new ArrayList<>();
        for (final Stage stage : Stage.values()) {
            report.stage(stage.name).map(found -> stage.step(found.records())).filter(step -> step.total() > 0).ifPresent(steps::add);
        }

        report.stage(Stage.MAP.name).ifPresent(mapped -> writeSources(mapped.sources()));
        final long widest = steps.stream().mapToLong(Step::total).max().orElse(1);
        page.open("ol", "class", "flow");
        for (int i = 0; i < steps.size(); i++) {
            final Step step = steps.get(i);
            page.open("li");
            write(step, widest);
            page.open("div", "class", "after");
            if (i + 1 < steps.size() && steps.get(i + 1).follows()) {
                connect((double) step.stream() / widest, (double) steps.get(i + 1).total() / widest);
            }

            writeParts(step);
            page.close("div").close("li");
        }

        page.close("ol");
    }

    private void writeSources(final Map<String, Counts> sources) {
        if (sources.isEmpty()) {
            return;
        }

        final long most = sources.values().stream().mapToLong(Counts::total).max().orElse(1);
        final List<BarTable.Row> rows = new ArrayList<>();
        sources.forEach((name, records) -> rows.add(new BarTable.Row(name, List.of(new BarTable.Bar((double) records.total() / most, "good")),
                List.of(Format.count(records.total()), Format.count(records.get("mapped")), Format.count(records.get("invalid"))))));
        new BarTable(page).write("What the sources delivered", List.of("Source", "", "Read", "Mapped", "Rejected"), rows);
    }

    private void connect(final double from, final double to) {
        page.open("svg", "class", "link", "width", "100%", "viewBox", "0 0 1000 100", "preserveAspectRatio", "none", "aria-hidden", "true");
        page.open("path", "class", "stream", "d", "M0 0H%dL%d 100H0Z".formatted(Math.round(from * 1000), Math.round(to * 1000))).close("path").close("svg");
    }

    private void write(final Step step, final long widest) {
        page.open("p", "class", "step").element("strong", step.title()).element("span", Format.records(step.total())).close("p");
        page.open("svg", "class", "track", "width", "100%", "height", BAR_HEIGHT, "aria-hidden", "true");
        double position = 0;
        for (final Part part : step.parts()) {
            final double width = Math.max(LEAST_VISIBLE, (double) part.count() / widest);
            page.open("rect", "x", Markup.length(Math.min(position, 1 - width)), "width", Markup.length(width), "height", BAR_HEIGHT, "class", part.style()).close("rect");
            position += width;
        }

        page.close("svg");
    }

    private void writeParts(final Step step) {
        page.open("p", "class", "parts");
        for (final Part part : step.parts()) {
            page.open("span", "class", "part").element("i", "", "class", "dot " + part.style(), "aria-hidden", "true")
                    .text(Format.count(part.count()) + " " + part.label()).close("span");
        }

        page.close("p");
    }
}
