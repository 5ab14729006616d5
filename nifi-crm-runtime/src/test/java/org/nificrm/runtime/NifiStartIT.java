package org.nificrm.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealNifi.class)
class NifiStartIT {

    @Test
    void nifiIsOfTheVersionTheBundleIsMadeFor(final NifiApi nifi) {
        assertEquals("2.3.0", nifi.about().path("version").asText());
    }

    @Test
    void theBundleIsLoaded(final NifiProcess nifi) throws IOException {
        assertTrue(nifi.log().stream().anyMatch(line -> line.contains("org.nificrm:nifi-crm-nar")));
    }

    @Test
    void theStandardProcessorsCarryTheCoordinatesThatFlowDefinitionsName(final NifiApi nifi) {
        final JsonNode bundle = typeNamed(nifi.processorTypes(), "org.apache.nifi.processors.standard.ExecuteSQLRecord").path("bundle");
        assertEquals("nifi-standard-nar", bundle.path("artifact").asText());
        assertEquals("2.3.0", bundle.path("version").asText());
    }

    @Test
    void theLogHoldsNoErrorAfterTheStart(final NifiProcess nifi) throws IOException {
        assertEquals(List.of(), nifi.log().stream().filter(line -> line.contains(" ERROR ")).toList());
    }

    private static JsonNode typeNamed(final JsonNode types, final String name) {
        for (final JsonNode type : types) {
            if (type.path("type").asText().equals(name)) {
                return type;
            }
        }

        throw new AssertionError("No type " + name);
    }
}
