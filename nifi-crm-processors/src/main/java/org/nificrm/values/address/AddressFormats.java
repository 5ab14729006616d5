package org.nificrm.values.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address formats of all countries.
 */
public final class AddressFormats {
    private static final String RESOURCE = "address-formats.txt";
    private static final String NONE = ".";
    private static final Map<String, AddressFormat> BY_COUNTRY = read();

    private AddressFormats() {
    }

    /**
     * @param country ISO 3166-1 alpha-2 code
     * @return what the country asks of an address; a format that asks nothing when the country is not known
     */
    public static AddressFormat of(final String country) {
        final AddressFormat format = BY_COUNTRY.get(country);
        return format == null ? new AddressFormat(country, Set.of(), null, "", 0) : format;
    }

    private static Map<String, AddressFormat> read() {
        final Map<String, AddressFormat> formats = new HashMap<>();
        try (InputStream stream = AddressFormats.class.getResourceAsStream(RESOURCE);
             BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    final AddressFormat format = read(line);
                    formats.put(format.country(), format);
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }

        return formats;
    }

    private static AddressFormat read(final String line) {
        final String[] columns = line.split(" ", 4);
        final Pattern postalCode = NONE.equals(columns[3]) ? null : Pattern.compile(columns[3]);
        if (NONE.equals(columns[2])) {
            return new AddressFormat(columns[0], parts(columns[1]), postalCode, "", 0);
        }

        final String separator = columns[2].startsWith("_") ? " " : columns[2].substring(0, 1);
        return new AddressFormat(columns[0], parts(columns[1]), postalCode, separator, Integer.parseInt(columns[2].substring(1)));
    }

    private static Set<AddressPart> parts(final String letters) {
        final Set<AddressPart> parts = EnumSet.noneOf(AddressPart.class);
        for (int i = 0; i < letters.length(); i++) {
            switch (letters.charAt(i)) {
                case 'A' -> parts.add(AddressPart.STREET);
                case 'C' -> parts.add(AddressPart.CITY);
                case 'S' -> parts.add(AddressPart.REGION);
                case 'Z' -> parts.add(AddressPart.POSTAL_CODE);
                case '.' -> {
                    return parts;
                }
                default -> throw new IllegalStateException("Unknown part of an address in " + RESOURCE + ": " + letters);
            }
        }

        return parts;
    }
}
