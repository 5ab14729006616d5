package org.nificrm.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutArgumentsTheSampleHoldsTwoThousandRecordsAndTheDemoStaysOpen() {
        assertEquals(new Options(2_000, 8080, false, 1), Options.parse(List.of()));
    }

    @Test
    void optionsComeInAnyOrder() {
        assertEquals(new Options(1_000_000, 9090, true, 2), Options.parse(List.of("--exit", "--port", "9090", "--nodes", "2", "--records", "1_000_000")));
    }

    @Test
    void aNumberThatIsNoneIsNamedWithItsOption() {
        final IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--records", "many")));
        assertEquals("--records needs a number, not many", error.getMessage());
    }

    @Test
    void anOptionWithoutItsNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--port")));
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--fast")));
    }

    @Test
    void aClusterWithoutNodesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--nodes", "0")));
    }

    @Test
    void anImpossiblePortIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of("--port", "70000")));
    }
}
