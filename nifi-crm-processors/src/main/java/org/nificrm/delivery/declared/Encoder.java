package org.nificrm.delivery.declared;

import org.nificrm.delivery.UnfitValueException;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a text is written inside another language, so that it stays a text there; or is refused where it could not. */
enum Encoder {

    /** Percent-encoding of everything but the unreserved characters (RFC 3986, section 2.3). */
    URL {
        @Override
        String encode(final String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        }
    },

    /** Character data or attribute value of XML. */
    XML {
        @Override
        String encode(final String text) throws UnfitValueException {
            if (text.codePoints().anyMatch(Encoder::isNoXmlCharacter)) {
                throw refused("XML");
            }

            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;");
        }
    },

    /** Inside the apostrophes of an SQL literal, for filters that know apostrophes doubled. */
    SQL {
        @Override
        String encode(final String text) throws UnfitValueException {
            if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
                throw refused("SQL");
            }

            return text.replace("'", "''");
        }
    },

    /** Inside the quotation marks of a filter that knows no escaping at all. */
    PLAIN {
        @Override
        String encode(final String text) throws UnfitValueException {
            if (text.chars().anyMatch(character -> Character.isISOControl(character) || "'\"`\\()".indexOf(character) >= 0)) {
                throw refused("filter");
            }

            return text;
        }
    },

    /** Digits with a sign, which JSON then takes as a number. */
    NUMBER {
        @Override
        String encode(final String text) throws UnfitValueException {
            if (!text.matches("-?\\d{1,18}")) {
                throw refused("number");
            }

            return text;
        }
    };

    /**
     * @throws UnfitValueException if the other language cannot hold the text
     */
    abstract String encode(String text) throws UnfitValueException;

    private static boolean isNoXmlCharacter(final int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r' || character == 0xFFFE || character == 0xFFFF
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static UnfitValueException refused(final String language) {
        return new UnfitValueException("KEY_UNSUPPORTED",
                "The value has characters that a %s of this CRM's interface cannot carry: quotes, parentheses, backslashes, controls. Change it at its source"
                        .formatted(language));
    }
}
