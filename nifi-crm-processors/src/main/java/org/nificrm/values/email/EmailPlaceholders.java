package org.nificrm.values.email;

import org.nificrm.values.text.WordLists;

import java.util.Locale;
import java.util.Set;

/**
 * Addresses that only fill a field that must not be empty.
 */
final class EmailPlaceholders {
    private static final WordLists LISTS = WordLists.read(EmailPlaceholders.class, "email-words.txt");
    private static final Set<String> WORDS = LISTS.get("placeholder words");
    private static final Set<String> DOUBLED = LISTS.get("placeholder twice");
    private static final Set<String> LOCAL_PARTS = LISTS.get("placeholder local parts");

    private EmailPlaceholders() {
    }

    static boolean contains(final String text) {
        final String lower = text.toLowerCase(Locale.ROOT);
        final int at = lower.lastIndexOf('@');
        if (at < 0) {
            return WORDS.contains(lower);
        }

        final String localPart = lower.substring(0, at);
        final int dot = lower.indexOf('.', at);
        final boolean twice = dot == at + 1 + at && lower.startsWith(localPart, at + 1);
        return LOCAL_PARTS.contains(localPart) || twice && DOUBLED.contains(localPart);
    }
}
