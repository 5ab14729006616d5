package org.nificrm.values.email;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The form of an e-mail address: RFC 5322 as far as a CRM can use it, RFC 6531 for letters beyond ASCII, RFC 5891 for domains.
 *
 * <p>JMail checks the grammar. What it leaves open is checked here: lengths after conversion to A-labels, labels that are none, and forms
 * that RFC 5322 calls obsolete.</p>
 */
public final class EmailSyntax {
    /** RFC 5321 as amended by erratum 1690: a path of 256 octets less its angle brackets. */
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;
    private static final int SHORTEST_TOP_LEVEL_DOMAIN = 2;
    private static final String A_LABEL = "xn--";

    private static final EmailValidator GRAMMAR = JMail.validator()
            .disallowIpDomain()
            .requireTopLevelDomain()
            .disallowExplicitSourceRouting()
            .disallowQuotedIdentifiers()
            .disallowObsoleteWhitespace();

    private EmailSyntax() {
    }

    /**
     * @param text an address without anything around it
     * @return whether it is an address of the Internet as it stands
     */
    public static boolean isValid(final String text) {
        return parse(text) != null;
    }

    /**
     * @return the parts of the address in normal form, or null when the text is no address
     */
    static Parts parse(final String text) {
        final int at = text.lastIndexOf('@');
        if (isPlain(text)) {
            final String domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
            return new Parts(text.substring(0, at), domain, domain);
        }

        if (at < 1 || at == text.length() - 1 || text.length() > LONGEST_ADDRESS || !isPrintable(text)) {
            return null;
        }

        final String localPart = isAscii(text) ? text.substring(0, at) : Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
        final String domain = normalDomain(text.substring(at + 1));
        final String asciiDomain = asciiDomain(domain);
        if (asciiDomain == null || !isLocalPart(localPart) || !fits(localPart, domain, asciiDomain)) {
            return null;
        }

        return GRAMMAR.isValid(inAscii(localPart) + '@' + asciiDomain) ? new Parts(localPart, domain, asciiDomain) : null;
    }

    /**
     * Most addresses: letters, digits, dots, hyphens and the like, in a length that fits everywhere. One look at each character tells that
     * they are valid, without the grammar.
     */
    static boolean isPlain(final String text) {
        int at = -1;
        int lastDot = -1;
        char previous = '.';
        for (int i = 0; i < text.length(); i++) {
            final char character = text.charAt(i);
            final boolean afterLetter = isAsciiLetter(previous) || previous >= '0' && previous <= '9';
            final boolean allowed = switch (character) {
                case '@' -> at < 0 && previous != '.';
                case '.' -> at < 0 ? previous != '.' : afterLetter;
                case '-' -> at < 0 || afterLetter;
                case '_', '+' -> at < 0;
                default -> isAsciiLetter(character) || character >= '0' && character <= '9';
            };
            if (!allowed) {
                return false;
            }

            at = character == '@' ? i : at;
            lastDot = character == '.' ? i : lastDot;
            previous = character;
        }

        return at > 0 && at <= LONGEST_LOCAL_PART && text.length() - at <= LONGEST_LABEL && lastDot > at && isAlphabetic(text, lastDot + 1);
    }

    static boolean isAlphabetic(final String text, final int start) {
        for (int i = start; i < text.length(); i++) {
            if (!isAsciiLetter(text.charAt(i))) {
                return false;
            }
        }

        return text.length() - start >= SHORTEST_TOP_LEVEL_DOMAIN;
    }

    private static boolean isAsciiLetter(final char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static boolean isPrintable(final String text) {
        return isAscii(text) ? text.chars().allMatch(character -> character >= ' ' && character < 0x7F) : text.codePoints().allMatch(codePoint -> switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> codePoint == ' ' || !Character.isSpaceChar(codePoint);
        });
    }

    private static String normalDomain(final String domain) {
        if (isAscii(domain)) {
            return domain.toLowerCase(Locale.ROOT);
        }

        return Normalizer.normalize(Normalizer.normalize(domain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .replace('。', '.');
    }

    /** Null when a label is none, or is an A-label that stands for nothing. */
    private static String asciiDomain(final String domain) {
        final String asciiDomain;
        try {
            asciiDomain = isAscii(domain) ? domain : IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (final IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }

        if (!isAscii(domain) && !domain.codePoints().allMatch(EmailSyntax::isDomainCharacter)) {
            return null;
        }

        final String[] labels = asciiDomain.split("\\.", -1);
        for (final String label : labels) {
            if (!isLabel(label)) {
                return null;
            }
        }

        return isTopLevelDomain(labels[labels.length - 1], domain) ? asciiDomain : null;
    }

    private static boolean isDomainCharacter(final int codePoint) {
        return isEmoji(codePoint) || codePoint == '.' || codePoint == '-' || codePoint == '·' || codePoint == '・' || Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    /** No letters of IDNA 2008, but some registries sell such names. */
    private static boolean isEmoji(final int codePoint) {
        return codePoint >= 0x1F000 && Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    private static boolean isLabel(final String label) {
        if (label.isEmpty() || label.startsWith("-") || label.endsWith("-") || !label.chars().allMatch(EmailSyntax::isLabelCharacter)) {
            return false;
        }

        if (label.startsWith(A_LABEL)) {
            return !IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED).equals(label);
        }

        // RFC 5891 section 4.2.3.1 keeps this place for prefixes such as xn
        return !label.startsWith("--", 2);
    }

    private static boolean isLabelCharacter(final int character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9' || character == '-';
    }

    /** Not all digits (RFC 3696 section 2), and of letters where it goes beyond ASCII. */
    private static boolean isTopLevelDomain(final String label, final String domain) {
        final String asWritten = domain.substring(domain.lastIndexOf('.') + 1);
        return label.length() >= SHORTEST_TOP_LEVEL_DOMAIN
                && label.chars().anyMatch(character -> character >= 'a' && character <= 'z')
                && asWritten.codePoints().noneMatch(EmailSyntax::isEmoji);
    }

    private static boolean isLocalPart(final String localPart) {
        final boolean quoted = localPart.startsWith("\"") && localPart.endsWith("\"") && localPart.length() > 2;
        for (int i = 0; i < localPart.length(); i++) {
            final char character = localPart.charAt(i);
            if ((character == '"' || character == '<') && !quoted || character == '\\' && i + 1 < localPart.length() && localPart.charAt(i + 1) > 0x7F) {
                return false;
            }
        }

        return isAscii(localPart)
                ? localPart.length() <= LONGEST_LOCAL_PART
                : lengthInUtf8(localPart) <= LONGEST_LOCAL_PART && localPart.codePoints().allMatch(EmailSyntax::isLocalCharacter);
    }

    /** RFC 6531 allows any character beyond ASCII; mail systems give out letters, digits and the full-width forms of ASCII only. */
    private static boolean isLocalCharacter(final int codePoint) {
        return codePoint <= 0x7F || codePoint >= '！' && codePoint <= '～' || Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean fits(final String localPart, final String domain, final String asciiDomain) {
        final int domainLength = Math.max(asciiDomain.length(), lengthInUtf8(domain));
        return lengthInUtf8(localPart) + 1 + domainLength <= LONGEST_ADDRESS;
    }

    private static int lengthInUtf8(final String text) {
        return isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String inAscii(final String localPart) {
        if (isAscii(localPart)) {
            return localPart;
        }

        final StringBuilder ascii = new StringBuilder(localPart.length());
        localPart.codePoints().forEach(codePoint -> ascii.append(codePoint > 0x7F ? 'x' : (char) codePoint));
        return ascii.toString();
    }

    private static boolean isAscii(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }

        return true;
    }

    /**
     * An address in normal form.
     *
     * @param localPart in NFC
     * @param domain in lower case
     * @param asciiDomain the domain in A-labels
     */
    record Parts(String localPart, String domain, String asciiDomain) {
    }
}
