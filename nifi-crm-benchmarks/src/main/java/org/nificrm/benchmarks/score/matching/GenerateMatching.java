package org.nificrm.benchmarks.score.matching;

import org.nificrm.benchmarks.Command;
import org.nificrm.samples.LabelledFile;
import org.nificrm.samples.LabelledKind;
import org.nificrm.samples.LabelledSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes labelled records for {@link ScoreMatching}. */
public final class GenerateMatching implements Command {
    private static final long DEFAULT_SEED = 1;

    @Override
    public String name() {
        return "score er-generate";
    }

    @Override
    public String usage() {
        return "KIND RECORDS FILE.csv [SEED]: labelled records for score er, with their FIELDS.json beside them; KIND is one of "
                + LabelledKind.keys();
    }

    @Override
    public void run(final List<String> arguments) throws IOException {
        if (arguments.size() < 3 || arguments.size() > 4) {
            throw new IllegalArgumentException("KIND, RECORDS and FILE.csv are needed");
        }

        final LabelledKind kind = LabelledKind.of(arguments.get(0));
        final int records = Integer.parseInt(arguments.get(1));
        final Path file = Path.of(arguments.get(2));
        final long seed = arguments.size() == 4 ? Long.parseLong(arguments.get(3)) : DEFAULT_SEED;
        LabelledFile.write(file, kind, LabelledSet.of(kind, records, seed));
        final Path fields = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.csv$", "") + ".json");
        Files.writeString(fields, LabelledFile.matchFields(kind) + "\n");
        System.out.printf("%s and %s written%n", file, fields);
    }
}
