package org.nificrm.mapping.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NumericPatternTest {

    @ParameterizedTest
    @ValueSource(strings = {"uuuu-MM-dd", "uuuu/M/d", "uuuuMMdd", "d.M.uuuu", "uuuu年M月d日", "MM/dd/uuuu", "uuuu-MM-dd HH:mm:ss", "d/M/uuuu H:mm", "uuuuMMddHHmmss"})
    void readsWhatTheFormatterReads(final String pattern) {
        final NumericPattern numeric = NumericPattern.of(pattern).orElseThrow();
        final DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
        final Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            final String text = text(pattern, random);
            assertEquals(expected(formatter, text), numeric.read(text), text);
        }
    }

    @Test
    void patternsWithMoreThanDigitsAreLeftToTheFormatter() {
        for (final String pattern : new String[] {"d MMM uuuu", "uuuu-MM-dd'T'HH:mm", "uu-MM-dd", "uuuuMd", "uuuu-MM", "HH:mm", "uuuu-MM-dd HH", "uuuu-MM-dd hh:mm a"}) {
            assertTrue(NumericPattern.of(pattern).isEmpty(), pattern);
        }
    }

    /** Digits in about the right places, sometimes a digit too many or too few, a wrong separator or an end too early. */
    private static String text(final String pattern, final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            final char letter = pattern.charAt(i);
            if ("uMdHms".indexOf(letter) < 0) {
                text.append(random.nextInt(40) == 0 ? '-' : letter);
            } else {
                final boolean first = i == 0 || pattern.charAt(i - 1) != letter;
                text.append(first && letter != 'u' ? random.nextInt(4) : random.nextInt(10));
            }

            if (random.nextInt(60) == 0) {
                text.append(random.nextInt(10));
            }
        }

        return random.nextInt(20) == 0 ? text.substring(0, text.length() - 1) : text.toString();
    }

    private static TemporalAccessor expected(final DateTimeFormatter formatter, final String text) {
        try {
            return formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
        } catch (final DateTimeException e) {
            return null;
        }
    }
}
