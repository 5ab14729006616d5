package org.nificrm.values.address;

import org.nificrm.values.text.FoldedText;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which state or province a postal code lies in, for countries where its first characters tell: Australia, Canada, China, the United States. */
public final class PostalRegions {
    private static final String RESOURCE = "postal-regions.txt";
    private static final int LONGEST_PREFIX = 3;
    private static final Map<String, Map<String, Set<String>>> PREFIXES_BY_REGION = new HashMap<>();
    private static final Map<String, Set<String>> PREFIXES = new HashMap<>();

    static {
        try (InputStream stream = PostalRegions.class.getResourceAsStream(RESOURCE);
             BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(PostalRegions::add);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PostalRegions() {
    }

    private static void add(final String line) {
        final String[] columns = line.split("\t");
        final Set<String> prefixes = new HashSet<>();
        for (final String prefix : columns[2].split(" ")) {
            final int dash = prefix.indexOf('-');
            if (dash < 0) {
                prefixes.add(prefix);
            } else {
                for (int number = Integer.parseInt(prefix.substring(0, dash)); number <= Integer.parseInt(prefix.substring(dash + 1)); number++) {
                    prefixes.add(("%0" + dash + "d").formatted(number));
                }
            }
        }

        PREFIXES.computeIfAbsent(columns[0], country -> new HashSet<>()).addAll(prefixes);
        for (final String name : columns[1].split("\\|")) {
            PREFIXES_BY_REGION.computeIfAbsent(columns[0], country -> new HashMap<>()).put(FoldedText.of(name), prefixes);
        }
    }

    /**
     * @param country ISO 3166-1 alpha-2 code
     * @param region  code or name of a state or province
     * @param code    a postal code
     * @return whether the code is one of the region; UNCHECKED where the region or the code's beginning is not known
     */
    public static PostalCodeStatus check(final String country, final String region, final String code) {
        final Map<String, Set<String>> byRegion = PREFIXES_BY_REGION.get(country);
        final Set<String> prefixes = byRegion == null ? null : byRegion.get(FoldedText.of(region));
        if (prefixes == null) {
            return PostalCodeStatus.UNCHECKED;
        }

        if (startsWithAny(prefixes, code)) {
            return PostalCodeStatus.VALID;
        }

        return startsWithAny(PREFIXES.get(country), code) ? PostalCodeStatus.INVALID : PostalCodeStatus.UNCHECKED;
    }

    private static boolean startsWithAny(final Set<String> prefixes, final String code) {
        for (int length = Math.min(LONGEST_PREFIX, code.length()); length > 0; length--) {
            if (prefixes.contains(code.substring(0, length))) {
                return true;
            }
        }

        return false;
    }
}
