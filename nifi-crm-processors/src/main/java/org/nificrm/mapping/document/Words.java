package org.nificrm.mapping.document;

import org.nificrm.document.DocumentNode;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The constants of an enum as documents write them: {@code KEEP_IN_EXTRA} is {@code keepInExtra}. */
final class Words {

    private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

    private Words() {
    }

    static String word(final Enum<?> constant) {
        return UNDERSCORE.matcher(constant.name().toLowerCase(Locale.ROOT)).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** The constant a key names, {@code unsaid} if the key is missing or names none; the latter is noted. */
    static <T extends Enum<T>> T read(final DocumentNode node, final String key, final T[] constants, final T unsaid) {
        final Map<String, T> words = new LinkedHashMap<>();
        for (final T constant : constants) {
            words.put(word(constant), constant);
        }

        return node.child(key).flatMap(child -> child.text().map(text -> {
            if (!words.containsKey(text)) {
                child.problem("unknown value '%s'%s".formatted(text, DocumentNode.suggestion(text, words.keySet())));
            }

            return words.get(text);
        })).orElse(unsaid);
    }
}
