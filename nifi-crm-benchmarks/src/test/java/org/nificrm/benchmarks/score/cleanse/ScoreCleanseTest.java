package org.nificrm.benchmarks.score.cleanse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ScoreCleanseTest {

    @TempDir
    private Path directory;

    private final ScoreCleanse command = new ScoreCleanse();

    @Test
    void writesARowForEachCaseOfTheSuitesThatAreThere() throws IOException {
        Files.writeString(directory.resolve("authored_booleans.csv"), "id,input,value,source\r\n1,oui,true,own\r\n2,\"vrai, ou faux\",,own\r\n3,nein,true,own\r\n");
        final Path details = directory.resolve("details.csv");

        command.run(List.of(directory.toString(), "--out", details.toString()));

        assertEquals(List.of(
                "suite,input,expected,got,right",
                "booleans,oui,true,true,true",
                "booleans,\"vrai, ou faux\",,,true",
                "booleans,nein,true,false,false"), Files.readAllLines(details));
    }

    @Test
    void refusesWhatIsNoDirectory() {
        final List<String> arguments = List.of(directory.resolve("absent").toString());
        assertThrows(IllegalArgumentException.class, () -> command.run(arguments));
    }

    @Test
    void refusesOtherArguments() {
        final List<String> arguments = List.of(directory.toString(), "--verbose");
        assertThrows(IllegalArgumentException.class, () -> command.run(arguments));
    }
}
