package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.nificrm.benchmarks.Command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Scores every suite found in a directory and prints a table; suites whose file is absent are left out. */
public final class ScoreCleanse implements Command {

    private static final List<Suite> SUITES = Stream.of(
            NameSuites.all(),
            CountrySuites.all(),
            TextSuites.all(),
            CompanySuites.all(),
            PhoneSuites.all(),
            EmailSuites.all(),
            IdentifierSuites.all(),
            DateSuites.all(),
            AddressSuites.all()
    ).flatMap(List::stream).toList();

    private static final CSVFormat DETAILS = CSVFormat.RFC4180.builder().setHeader("suite", "input", "expected", "got", "right").get();
    private static final String TABLE_ROW = "%-34s %7s %7s %8s %8s %14s%n";

    @Override
    public String name() {
        return "score cleanse";
    }

    @Override
    public String usage() {
        return "DIR [--out FILE]: scores the suites of labelled values in DIR; FILE gets one CSV row a case";
    }

    @Override
    public void run(final List<String> arguments) throws IOException {
        final boolean withDetails = arguments.size() == 3 && "--out".equals(arguments.get(1));
        if (arguments.size() != 1 && !withDetails) {
            throw new IllegalArgumentException("Expected a directory and, if wanted, --out and a file");
        }

        final Path directory = Path.of(arguments.getFirst());
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("Not a directory: " + directory);
        }

        final Writer details = withDetails ? Files.newBufferedWriter(Path.of(arguments.get(2))) : Writer.nullWriter();
        try (CSVPrinter printer = new CSVPrinter(details, DETAILS)) {
            scoreAll(directory, printer);
        }
    }

    private void scoreAll(final Path directory, final CSVPrinter details) throws IOException {
        System.out.printf(TABLE_ROW, "suite", "cases", "right", "%", "target", "off the shelf");
        for (final Suite suite : SUITES) {
            final Path file = directory.resolve(suite.file());
            if (Files.exists(file)) {
                score(suite, file, details);
            }
        }
    }

    private void score(final Suite suite, final Path file, final CSVPrinter details) throws IOException {
        int cases = 0;
        int right = 0;
        for (final JsonNode row : SuiteFile.read(file)) {
            final Optional<Suite.Answer> asked = suite.question().answer(row);
            if (asked.isEmpty()) {
                continue;
            }

            final Suite.Answer answer = asked.get();
            cases++;
            right += answer.right() ? 1 : 0;
            details.printRecord(suite.name(), answer.input(), answer.expected(), answer.got(), answer.right());
        }

        final double reached = cases == 0 ? Double.NaN : 100.0 * right / cases;
        System.out.printf(TABLE_ROW, suite.name(), cases, right, perCent(reached), perCent(suite.target()), perCent(suite.best()));
    }

    private static String perCent(final double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }
}
