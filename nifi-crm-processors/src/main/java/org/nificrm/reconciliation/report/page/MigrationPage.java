package org.nificrm.reconciliation.report.page;

import org.nificrm.reconciliation.report.Counts;
import org.nificrm.reconciliation.report.MigrationReport;
import org.nificrm.reconciliation.report.ReconciliationReport;
import org.nificrm.reconciliation.report.ReconciliationReport.SourceSum;
import org.nificrm.reconciliation.report.StageReport;
import org.nificrm.reconciliation.report.Timeliness;
import org.nificrm.reconciliation.report.page.BarTable.Bar;
import org.nificrm.reconciliation.report.page.BarTable.Row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One page: the verdict first, then how the records came through, and what there is to know about them. */
public final class MigrationPage {

    private static final String STYLE = style();
    private static final int MOST_REASONS = 15;

    private static final Map<String, String> STAGE_TITLES = titles();

    private final String title;
    private final Acceptance acceptance;
    private final ZoneId zone;

    /**
     * @param title       heading of the page
     * @param acceptance what has to be reached
     * @param zone        of the times that it tells
     */
    public MigrationPage(final String title, final Acceptance acceptance, final ZoneId zone) {
        this.title = title;
        this.acceptance = acceptance;
        this.zone = zone;
    }

    private static String style() {
        try (InputStream resource = MigrationPage.class.getResourceAsStream("page.css")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> titles() {
        final Map<String, String> titles = new LinkedHashMap<>();
        titles.put("map", "Mapping");
        titles.put("cleanse", "Cleansing");
        titles.put("dedup", "Deduplication");
        titles.put("put", "Writing");
        titles.put(ReconciliationReport.STAGE, "Reconciliation");
        return titles;
    }

    /** The page as a complete HTML document in UTF-8. */
    public String render(final MigrationReport report, final Instant asOf) {
        final Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head").raw("<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .element("title", title).open("style").raw(STYLE).close("style").close("head").open("body").open("main");
        header(page, report, asOf);
        verdict(page, report);
        tiles(page, report);
        flow(page, report);
        page.open("div", "class", "grid");
        consistency(page, report);
        timeliness(page, report);
        quality(page, report);
        reasons(page, report);
        page.close("div");
        speed(page, report);
        formulas(page);
        page.close("main").close("body").close("html");
        return page.toString();
    }

    private void header(final Markup page, final MigrationReport report, final Instant asOf) {
        page.open("header").element("h1", title);
        page.element("p", report.started()
                .map(started -> "%s to %s, %s".formatted(Format.time(started, zone), Format.time(report.ended().orElseThrow(), zone), Format.duration(report.duration())))
                .orElse("No report has come yet"));
        page.element("p", "As of " + Format.time(asOf, zone), "class", "quiet").close("header");
    }

    private void verdict(final Markup page, final MigrationReport report) {
        final Verdict verdict = Verdict.of(report, acceptance);
        final String sign = switch (verdict.level()) {
            case PASSED -> "✓";
            case FAILED -> "✕";
            case OPEN -> "?";
        };
        page.open("section", "class", "verdict " + verdict.level().name().toLowerCase(Locale.ROOT));
        page.element("span", sign, "class", "sign", "aria-hidden", "true");
        page.open("div").element("h2", verdict.headline()).element("p", verdict.sentence());
        page.element("p", "Required: %s of the records, %s of their fields.".formatted(Format.percent(acceptance.completeness()), Format.percent(acceptance.consistency())),
                "class", "quiet");
        page.close("div").close("section");
    }

    private static void tiles(final Markup page, final MigrationReport report) {
        page.open("dl", "class", "tiles");
        report.reconciliation().ifPresent(compared -> {
            tile(page, "Arrived", compared.completeness() == null ? "–" : Format.percent(compared.completeness()));
            tile(page, "Fields equal", compared.consistency() == null ? "–" : Format.percent(compared.consistency()));
            if (compared.timeliness().measured() > 0) {
                tile(page, "95 % arrived within", Format.duration(compared.timeliness().percentile(95)));
            }
        });
        report.quality().stream().findFirst().ifPresent(score -> tile(page, "Quality score", Format.figure(score.before()) + " → " + Format.figure(score.after())));
        if (arrived(report) > 0) {
            tile(page, "Records a second, end to end", Format.rate(arrived(report), report.duration()));
        }

        page.close("dl");
    }

    private static void tile(final Markup page, final String name, final String figure) {
        page.open("div").element("dt", name).element("dd", figure).close("div");
    }

    /** Records that are in the CRM, as the last stage that tells knows. */
    private static long arrived(final MigrationReport report) {
        final Counts compared = report.stage(ReconciliationReport.STAGE).map(StageReport::records).orElseGet(Counts::new);
        final Counts written = report.stage("put").map(StageReport::records).orElseGet(Counts::new);
        final long found = compared.get(ReconciliationReport.CHECKED) - compared.get(ReconciliationReport.MISSING);
        return found > 0 ? found : written.get("created") + written.get("updated") + written.get("unchanged");
    }

    private static void flow(final Markup page, final MigrationReport report) {
        section(page, "The way of the records", "wide");
        new FlowPicture(page).write(report);
        page.close("section");
    }

    private static void section(final Markup page, final String heading, final String style) {
        page.open("section", "class", "card " + style).element("h2", heading);
    }

    private void consistency(final Markup page, final MigrationReport report) {
        final ReconciliationReport compared = report.reconciliation().orElse(null);
        if (compared == null || compared.fields().isEmpty()) {
            return;
        }

        section(page, "Consistency", "");
        final List<Row> fields = new ArrayList<>();
        compared.fields().entrySet().stream().filter(field -> field.getValue().present() > 0)
                .sorted(Comparator.comparingDouble(field -> (double) field.getValue().equal() / field.getValue().present()))
                .forEach(field -> {
                    final double share = (double) field.getValue().equal() / field.getValue().present();
                    fields.add(new Row(field.getKey(), List.of(new Bar(share, share >= acceptance.consistency() ? "good" : "warn")),
                            List.of(Format.percent(share), Format.count(field.getValue().present() - field.getValue().equal()))));
                });
        new BarTable(page).write("Fields, the least consistent first", List.of("Field", "", "Equal", "Differ"), fields);
        if (!compared.sources().isEmpty()) {
            final List<Row> sources = new ArrayList<>();
            compared.sources().forEach((name, sum) -> sources.add(source(name, sum)));
            new BarTable(page).write("Sources", List.of("Source", "", "Arrived", "Equal"), sources);
        }

        page.close("section");
    }

    private Row source(final String name, final SourceSum sum) {
        final double arrived = sum.checked() == 0 ? 0 : (double) sum.found() / sum.checked();
        final Double consistency = sum.consistency().mean();
        return new Row(name, List.of(new Bar(arrived, arrived >= acceptance.completeness() ? "good" : "warn")),
                List.of("%s of %s".formatted(Format.count(sum.found()), Format.count(sum.checked())), consistency == null ? "–" : Format.percent(consistency)));
    }

    private static void timeliness(final Markup page, final MigrationReport report) {
        final Timeliness timeliness = report.reconciliation().map(ReconciliationReport::timeliness).orElse(null);
        if (timeliness != null && timeliness.measured() > 0) {
            section(page, "Timeliness", "");
            new TimelinessChart(page).write(timeliness);
            page.close("section");
        }
    }

    private static void quality(final Markup page, final MigrationReport report) {
        if (!report.quality().isEmpty()) {
            section(page, "Quality before and after cleansing", "");
            new BarTable(page).write("Before above, after below", List.of("Dimension", "", "Before", "After"), report.quality().stream()
                    .map(quality -> new Row(quality.figure(), List.of(new Bar(quality.before(), "calm"), new Bar(quality.after(), "good")),
                            List.of(Format.figure(quality.before()), Format.figure(quality.after())))).toList());
            page.close("section");
        }
    }

    private static void reasons(final Markup page, final MigrationReport report) {
        final Map<String, Counts> reasons = new LinkedHashMap<>();
        STAGE_TITLES.forEach((stage, name) -> report.stage(stage)
                .ifPresent(found -> found.allReasons().forEach((outcome, counts) -> reasons.put(name + ": " + outcome, counts))));
        reasons.values().removeIf(counts -> counts.total() == 0);
        if (!reasons.isEmpty()) {
            section(page, "What did not go through, by reason", "");
            reasons.forEach((heading, counts) -> reasons(page, heading, counts));
            page.close("section");
        }
    }

    private static void reasons(final Markup page, final String heading, final Counts counts) {
        final List<Map.Entry<String, Long>> sorted = counts.toMap().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).toList();
        final long most = sorted.getFirst().getValue();
        new BarTable(page).write(heading, List.of("Reason", "", "Records"), sorted.stream().limit(MOST_REASONS)
                .map(reason -> new Row(reason.getKey(), List.of(new Bar((double) reason.getValue() / most, "warn")), List.of(Format.count(reason.getValue())))).toList());
        if (sorted.size() > MOST_REASONS) {
            page.element("p", "and %d more reasons, see the JSON report".formatted(sorted.size() - MOST_REASONS), "class", "quiet");
        }
    }

    private void speed(final Markup page, final MigrationReport report) {
        if (report.started().isEmpty()) {
            return;
        }

        section(page, "Throughput", "wide");
        page.open("div", "class", "scroll").open("table").element("caption", "Each stage, and all together").open("thead").open("tr");
        for (final String column : List.of("Stage", "Records", "From first to last", "Records/s", "Working time", "Records/s at work")) {
            page.element("th", column, "scope", "col", "class", column.equals("Stage") ? "name" : "figure");
        }

        page.close("tr").close("thead").open("tbody");
        STAGE_TITLES.forEach((name, heading) -> report.stage(name).filter(stage -> stage.started() != null).ifPresent(stage -> {
            final Duration elapsed = Duration.between(stage.started(), stage.ended());
            final long records = stage.throughput().total();
            row(page, heading, Format.count(records), Format.duration(elapsed), Format.rate(records, elapsed), Format.duration(stage.busy()),
                    Format.rate(records, stage.busy()));
        }));
        row(page, "End to end", Format.count(arrived(report)), Format.duration(report.duration()), Format.rate(arrived(report), report.duration()), "–", "–");
        page.close("tbody").close("table").close("div");
        final ThroughputChart chart = new ThroughputChart(page, zone);
        STAGE_TITLES.forEach((name, heading) -> report.stage(name).ifPresent(stage -> chart.write(stage, heading)));
        page.close("section");
    }

    private static void row(final Markup page, final String name, final String... figures) {
        page.open("tr").element("th", name, "scope", "row", "class", "name");
        for (final String figure : figures) {
            page.element("td", figure, "class", "figure");
        }

        page.close("tr");
    }

    private static void formulas(final Markup page) {
        page.open("footer").element("h2", "How the figures are computed").open("dl");
        formula(page, "Arrived (completeness)", "records found in the CRM / records looked up there");
        formula(page, "Fields equal (consistency)", "mean over the records found of: fields equal on both sides / fields present on either side; the match key does not count");
        formula(page, "Timeliness", "time of the CRM's write − time of the source's change; percentiles are at most 1 % beside the true ones");
        formula(page, "Records/s", "records / time from the first to the last; at work: records / time that the stage spent, of all its tasks together");
        formula(page, "Quality", "means over all cleansed records, as CleanseCustomer measures them");
        page.close("dl").element("p", "This page holds counts only, and no data of any customer.", "class", "quiet").close("footer");
    }

    private static void formula(final Markup page, final String name, final String formula) {
        page.open("div").element("dt", name).element("dd", formula).close("div");
    }
}
