package org.nificrm.values.identifier;

import org.nificrm.values.text.TextNormalizer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks tax and company numbers that end with a check digit, by country. A country gives out several kinds of numbers, so that one
 * whose form is not known here is not judged.
 */
public final class TaxNumbers {

    private static final String RESOURCE = "tax-numbers.txt";
    private static final Pattern SEPARATORS = Pattern.compile("[\\s./-]");
    private static final Map<String, Format> BY_COUNTRY = read();

    private TaxNumbers() {
    }

    /**
     * @param country ISO 3166-1 alpha-2 code; null is no country
     * @param raw a number as written, with or without blanks, dots, hyphens and the prefix of VAT numbers
     * @return VALID, CHECK_CHARACTER, or FORM where nothing is known of such a number
     */
    public static IdentifierStatus check(final String country, final String raw) {
        final Format format = country == null ? null : BY_COUNTRY.get(country);
        if (format == null) {
            return IdentifierStatus.FORM;
        }

        final String written = SEPARATORS.matcher(TextNormalizer.normalize(raw)).replaceAll("").toUpperCase(Locale.ROOT);
        final String number = written.startsWith(format.prefix()) ? written.substring(format.prefix().length()) : written;
        if (!format.pattern().matcher(number).matches()) {
            return IdentifierStatus.FORM;
        }

        return format.rule().fits(number) ? IdentifierStatus.VALID : IdentifierStatus.CHECK_CHARACTER;
    }

    private static Map<String, Format> read() {
        final Map<String, Format> formats = new HashMap<>();
        try (InputStream stream = TaxNumbers.class.getResourceAsStream(RESOURCE);
             BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    final String[] columns = line.split(" ");
                    final String prefix = "-".equals(columns[1]) ? "" : columns[1];
                    formats.put(columns[0], new Format(prefix, Pattern.compile(columns[2]), CheckDigit.read(columns, 3)));
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }

        return Map.copyOf(formats);
    }

    private record Format(String prefix, Pattern pattern, CheckDigit rule) {
    }
}
