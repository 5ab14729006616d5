package org.nificrm.matching.prepare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A house number within a street line.
 */
final class StreetLine {
    private static final Pattern LEADING = Pattern.compile("^\\s*(\\d+\\s?[a-zA-Z]?(?:[-/]\\d+\\s?[a-zA-Z]?)?)(?=[\\s,])");
    private static final Pattern TRAILING = Pattern.compile("(?<=[\\s,.])(\\d+\\s?[a-zA-Z]?(?:[-/]\\d+\\s?[a-zA-Z]?)?)\\s*(?:$|[,;])");
    private static final Pattern HAN = Pattern.compile("(\\d+)\\s*[号號]");

    private StreetLine() {
    }

    /** @return the house number at the start or end of the line, or before 号; null if there is none */
    static String houseNumber(final String line) {
        for (final Pattern pattern : new Pattern[] {LEADING, HAN, TRAILING}) {
            final Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }

        return null;
    }
}
