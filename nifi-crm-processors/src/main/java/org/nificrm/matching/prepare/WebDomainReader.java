package org.nificrm.matching.prepare;

import java.util.Locale;

/**
 * Reads the host out of a web address.
 */
final class WebDomainReader implements ValueReader {
    @Override
    public Value read(final String raw) {
        String host = raw.strip().toLowerCase(Locale.ROOT);
        final int scheme = host.indexOf("://");
        if (scheme >= 0) {
            host = host.substring(scheme + 3);
        }

        final int end = indexOfAny(host, "/?#:");
        host = host.substring(host.lastIndexOf('@', end) + 1, end);
        host = host.startsWith("www.") ? host.substring("www.".length()) : host;
        return host.length() < 3 ? null : new TextValue(host);
    }

    private static int indexOfAny(final String text, final String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }

        return text.length();
    }
}
