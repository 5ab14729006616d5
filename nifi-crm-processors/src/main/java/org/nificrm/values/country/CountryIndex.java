package org.nificrm.values.country;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of all countries in the forms they are searched by. Names of several countries are kept as ambiguous. */
final class CountryIndex {

    private static final String COMMENT = "#";

    private final Map<String, String> ownersByTerritory = new HashMap<>();
    private final Set<String> alpha2 = new HashSet<>();
    private final Map<String, CountryMatch> codes = new HashMap<>();
    private final Map<String, CountryMatch> aliases = new HashMap<>();
    private final Map<String, CountryMatch> names = new HashMap<>();
    private final Map<String, CountryMatch> bags = new HashMap<>();
    private final Map<String, CountryMatch> cores = new HashMap<>();

    private CountryIndex() {
    }

    static CountryIndex load() {
        final CountryIndex index = new CountryIndex();
        lines("country-codes.txt").forEach(index::addCodes);
        final List<String> aliasLines = lines("country-aliases.txt");
        final List<String> nameLines = lines("country-names.txt");
        aliasLines.forEach(line -> addNames(index.aliases, line, false));
        nameLines.forEach(line -> addNames(index.names, line, true));
        aliasLines.forEach(index::addWords);
        nameLines.forEach(index::addWords);
        return index;
    }

    CountryMatch byCode(final String code) {
        return codes.getOrDefault(code, CountryMatch.UNKNOWN);
    }

    boolean isAlpha2(final String code) {
        return alpha2.contains(code);
    }

    boolean isOwner(final String owner, final String territory) {
        return owner.equals(ownersByTerritory.get(territory));
    }

    CountryMatch byName(final String folded) {
        final CountryMatch alias = aliases.get(folded);
        return alias == null ? names.getOrDefault(folded, CountryMatch.UNKNOWN) : alias;
    }

    CountryMatch byWords(final String bag) {
        return bags.getOrDefault(bag, CountryMatch.UNKNOWN);
    }

    CountryMatch byCore(final String core) {
        return cores.getOrDefault(core, CountryMatch.UNKNOWN);
    }

    private void addCodes(final String line) {
        final String[] fields = line.split("\t");
        final CountryMatch country = CountryMatch.of(fields[0]);
        alpha2.add(fields[0]);
        for (int i = 0; i < 3; i++) {
            codes.put(fields[i], country);
        }

        if (fields.length > 3) {
            ownersByTerritory.put(fields[0], fields[3]);
        }
    }

    private static void addNames(final Map<String, CountryMatch> map, final String line, final boolean withoutBrackets) {
        final int tab = line.indexOf('\t');
        final CountryMatch country = CountryMatch.of(line.substring(0, tab));
        for (final String name : line.substring(tab + 1).split("\\|")) {
            addMatch(map, CountryText.fold(name), country);
            final int bracket = withoutBrackets ? name.indexOf('(') : -1;
            if (bracket > 0) {
                addMatch(map, CountryText.fold(name.substring(0, bracket)), country);
            }
        }
    }

    /** Word forms of a name that is ambiguous as a whole are ambiguous, whatever a single line says. */
    private void addWords(final String line) {
        final int tab = line.indexOf('\t');
        for (final String name : line.substring(tab + 1).split("\\|")) {
            final String folded = CountryText.fold(name);
            final CountryMatch known = byName(folded);
            if (known.isFound() && !known.code().equals(line.substring(0, tab))) {
                continue;
            }

            addMatch(bags, CountryWords.bag(folded), known);
            addMatch(cores, CountryWords.core(folded), known);
        }
    }

    private static void addMatch(final Map<String, CountryMatch> map, final String key, final CountryMatch match) {
        if (!key.isEmpty()) {
            map.merge(key, match, (old, added) -> old.equals(added) ? old : CountryMatch.AMBIGUOUS);
        }
    }

    private static List<String> lines(final String resource) {
        try (InputStream stream = CountryIndex.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Resource " + resource + " is missing beside " + CountryIndex.class.getName());
            }

            final BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith(COMMENT)).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
