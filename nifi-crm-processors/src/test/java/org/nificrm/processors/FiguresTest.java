package org.nificrm.processors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FiguresTest {

    private final Locale locale = Locale.getDefault();
    private final Map<String, String> attributes = new HashMap<>();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void aFigureHasADecimalPointWhereverTheMachineStands() {
        Locale.setDefault(Locale.GERMANY);

        Figures.put(attributes, "score", 0.98765);

        assertEquals(Map.of("score", "0.9877"), attributes);
    }

    @Test
    void whatWasNotMeasuredIsNoAttribute() {
        Figures.put(attributes, "score", null);

        assertEquals(Map.of(), attributes);
    }
}
