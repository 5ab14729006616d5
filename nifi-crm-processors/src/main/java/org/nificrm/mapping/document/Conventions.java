package org.nificrm.mapping.document;

import org.nificrm.document.DocumentNode;
import org.nificrm.mapping.value.BooleanConversion;
import org.nificrm.mapping.value.NullTokens;
import org.nificrm.mapping.value.TemporalReader;
import org.nificrm.mapping.value.ValueMap;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a source writes things, for all rules of its mapping.
 *
 * @param locale how numbers and names of months are written, or null if the document does not say
 */
record Conventions(Locale locale, ZoneId zone, List<String> dates, List<String> times, List<String> dateTimes,
                   List<String> trueWords, List<String> falseWords, NullTokens nullTokens, Map<String, ValueMap> valueMaps) {

    private static final List<String> NULL_TOKENS = List.of("");

    static Conventions read(final DocumentNode mapping) {
        final Locale locale = mapping.child("locale").flatMap(Conventions::locale).orElse(null);
        final ZoneId zone = mapping.child("timeZone").flatMap(Conventions::zone).orElse(ZoneId.systemDefault());
        final Optional<DocumentNode> formats = mapping.child("formats");
        formats.ifPresent(node -> node.allow("date", "time", "dateTime", "true", "false", "null"));

        final List<String> dateTimes = patterns(formats, "dateTime", locale).orElse(null);
        final List<String> dates = patterns(formats, "date", locale).orElse(null);
        final List<String> trueWords = texts(formats, "true").orElse(BooleanConversion.TRUE_WORDS);
        final List<String> falseWords = texts(formats, "false").orElse(BooleanConversion.FALSE_WORDS);
        trueWords.stream().map(BooleanConversion::fold).filter(word -> falseWords.stream().map(BooleanConversion::fold).anyMatch(word::equals))
                .findFirst().ifPresent(word -> formats.ifPresent(node -> node.problem("'%s' is both a true and a false word".formatted(word))));

        return new Conventions(locale, zone,
                withDateTimes(dates, dateTimes), patterns(formats, "time", locale).orElse(TemporalReader.TIMES), withDates(dateTimes, dates),
                trueWords, falseWords, new NullTokens(texts(formats, "null").orElse(NULL_TOKENS)), valueMaps(mapping));
    }

    /** A date may be written with its time; only a document that says nothing at all leaves the choice to us. */
    private static List<String> withDateTimes(final List<String> dates, final List<String> dateTimes) {
        if (dates == null) {
            return concat(TemporalReader.DATES, dateTimes == null ? TemporalReader.DATE_TIMES : dateTimes);
        }

        return concat(dates, dateTimes == null ? List.of() : dateTimes);
    }

    private static List<String> withDates(final List<String> dateTimes, final List<String> dates) {
        if (dateTimes == null) {
            return concat(TemporalReader.DATE_TIMES, dates == null ? TemporalReader.DATES : dates);
        }

        return concat(dateTimes, dates == null ? List.of() : dates);
    }

    private static List<String> concat(final List<String> first, final List<String> second) {
        final List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    static Optional<Locale> locale(final DocumentNode node) {
        try {
            return node.name().map(tag -> new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build());
        } catch (final IllformedLocaleException e) {
            node.problem("is not a language tag such as 'en-US' or 'zh-CN'");
            return Optional.empty();
        }
    }

    static Optional<ZoneId> zone(final DocumentNode node) {
        try {
            return node.name().map(ZoneId::of);
        } catch (final DateTimeException e) {
            node.problem("is not a time zone such as 'Asia/Shanghai' or '+08:00'");
            return Optional.empty();
        }
    }

    private static Optional<List<String>> texts(final Optional<DocumentNode> formats, final String key) {
        return formats.flatMap(node -> node.child(key)).map(DocumentNode::texts);
    }

    private static Optional<List<String>> patterns(final Optional<DocumentNode> formats, final String key, final Locale locale) {
        return formats.flatMap(node -> node.child(key)).map(node -> patterns(node, locale));
    }

    /** The date and time patterns of a node; those that are none are noted and left out. */
    static List<String> patterns(final DocumentNode node, final Locale locale) {
        final List<String> patterns = new ArrayList<>();
        for (final DocumentNode element : node.elements()) {
            element.name().ifPresent(pattern -> {
                try {
                    new TemporalReader(List.of(pattern), textLocale(locale), ZoneId.of("UTC"));
                    patterns.add(pattern);
                } catch (final IllegalArgumentException e) {
                    element.problem("'%s' is not a date or time format: %s; write for example 'yyyy-MM-dd' or 'ISO_OFFSET_DATE_TIME'"
                            .formatted(pattern, e.getMessage()));
                }
            });
        }

        return patterns;
    }

    /** The language of month names where the document names none. */
    static Locale textLocale(final Locale locale) {
        return locale == null ? Locale.ENGLISH : locale;
    }

    private static Map<String, ValueMap> valueMaps(final DocumentNode mapping) {
        final Map<String, ValueMap> valueMaps = new HashMap<>();
        mapping.child("valueMaps").ifPresent(node -> node.members().forEach((name, member) -> valueMaps.put(name, ValueMapReader.read(name, member))));
        valueMaps.remove("comment");
        return valueMaps;
    }
}
