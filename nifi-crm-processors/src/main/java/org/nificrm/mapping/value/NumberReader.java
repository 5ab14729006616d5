package org.nificrm.mapping.value;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;

/**
 * Reads numbers as a locale writes them. Grouping must be well formed. Without a locale {@code 1.234} and {@code 1,234} are
 * errors, for they are one number to an American and another to a German.
 */
public final class NumberReader {

    /** Countries that group by two digits beyond the thousands (CLDR pattern {@code #,##,##0}). */
    private static final Set<String> PAIRS_BEYOND_THOUSANDS = Set.of("IN", "BD", "NP", "PK", "BT");
    private static final int GROUP = 3;
    /** Far beyond any amount; keeps a hostile exponent or field from costing memory. */
    private static final int LONGEST = 100;
    private static final int LARGEST_EXPONENT = 100;

    private final boolean hasLocale;
    private final boolean pairs;
    private final char decimal;
    private final char grouping;

    /** @param locale how numbers are written, or null if nobody said */
    public NumberReader(final Locale locale) {
        final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale == null ? Locale.ROOT : locale);
        hasLocale = locale != null;
        pairs = hasLocale && PAIRS_BEYOND_THOUSANDS.contains(locale.getCountry());
        decimal = symbols.getDecimalSeparator();
        grouping = plainSeparator(symbols.getGroupingSeparator());
    }

    /**
     * The number in the text.
     *
     * @throws MappingFailure MAP_TYPE if it is none, or could be two
     */
    public BigDecimal read(final String text) throws MappingFailure {
        if (text.length() > LONGEST) {
            throw notANumber(text);
        }

        final String number = plain(text);
        if (number.isEmpty()) {
            throw notANumber(text);
        }

        final StringBuilder digits = new StringBuilder(number.length());
        int index = 0;
        final char first = number.charAt(0);
        if (first == '-' || first == '+') {
            digits.append(first);
            index++;
        }

        final int integerStart = index;
        int groups = 0;
        int groupStart = index;
        while (index < number.length()) {
            final char character = number.charAt(index);
            if (isDigit(character)) {
                digits.append(character);
            } else if (character == grouping) {
                checkGroup(index - groupStart, groups, false, text);
                groups++;
                groupStart = index + 1;
            } else {
                break;
            }

            index++;
        }

        final int integerDigits = index - integerStart - groups;
        if (groups > 0) {
            checkGroup(index - groupStart, groups, true, text);
        }

        final int decimals = readDecimals(number, index, digits);
        final int next = index + (decimals < 0 ? 0 : decimals + 1);
        if (integerDigits == 0 && decimals <= 0) {
            throw notANumber(text);
        }

        readExponent(number, next, digits, text);
        refuseGuess(number, integerStart, integerDigits, groups, decimals, text);
        return new BigDecimal(digits.toString());
    }

    private int readDecimals(final String number, final int start, final StringBuilder digits) {
        if (start >= number.length() || number.charAt(start) != decimal) {
            return -1;
        }

        int index = start + 1;
        digits.append('.');
        while (index < number.length() && isDigit(number.charAt(index))) {
            digits.append(number.charAt(index));
            index++;
        }

        if (index == start + 1) {
            digits.setLength(digits.length() - 1);
        }

        return index - start - 1;
    }

    private void readExponent(final String number, final int start, final StringBuilder digits, final String text) throws MappingFailure {
        if (start >= number.length()) {
            return;
        }

        if (number.charAt(start) != 'e' && number.charAt(start) != 'E') {
            throw notANumber(text);
        }

        try {
            final int exponent = Integer.parseInt(number.substring(start + 1));
            if (Math.abs(exponent) > LARGEST_EXPONENT) {
                throw notANumber(text);
            }

            digits.append('E').append(exponent);
        } catch (final NumberFormatException e) {
            throw notANumber(text);
        }
    }

    private void checkGroup(final int length, final int groupsBefore, final boolean last, final String text) throws MappingFailure {
        final boolean wellFormed;
        if (last) {
            wellFormed = length == GROUP;
        } else if (groupsBefore == 0) {
            wellFormed = length >= 1 && length <= GROUP;
        } else {
            wellFormed = length == GROUP || pairs && length == GROUP - 1;
        }

        if (!wellFormed) {
            throw notANumber(text);
        }
    }

    private void refuseGuess(final String number, final int integerStart, final int integerDigits, final int groups, final int decimals, final String text)
            throws MappingFailure {
        final boolean oneSeparator = groups == 1 && decimals < 0 || groups == 0 && decimals == GROUP;
        final boolean couldGroup = groups == 1 || integerDigits >= 1 && integerDigits <= GROUP && number.charAt(integerStart) != '0';
        if (!hasLocale && oneSeparator && couldGroup) {
            throw new MappingFailure(FailureCode.MAP_TYPE,
                    "value %s can be read as two numbers; set 'locale' in the mapping document".formatted(MappingFailure.quote(text)));
        }
    }

    private MappingFailure notANumber(final String text) {
        final String remedy = hasLocale ? "as the document's locale writes it" : "; set 'locale' if it is written in a country's own way";
        return new MappingFailure(FailureCode.MAP_TYPE, "value %s is not a number%s%s".formatted(MappingFailure.quote(text), hasLocale ? " " : "", remedy));
    }

    private static boolean isDigit(final char character) {
        return character >= '0' && character <= '9';
    }

    /** The text in the characters numbers are compared in, without the blanks around it. */
    private static String plain(final String text) {
        final String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (stripped.charAt(i) > '~') {
                return replaceLookalikes(stripped);
            }
        }

        return stripped;
    }

    private static String replaceLookalikes(final String text) {
        final char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = plainSeparator(halfWidth(characters[i]));
        }

        return new String(characters);
    }

    /** Full-width digits and signs, as Chinese and Japanese input methods write them. */
    private static char halfWidth(final char character) {
        return character >= '\uFF01' && character <= '\uFF5E' ? (char) (character - 0xFEE0) : character;
    }

    /** Locales use several kinds of blank, apostrophe and minus; people type the plain one. */
    private static char plainSeparator(final char character) {
        return switch (character) {
            case '\u00A0', '\u202F', '\u2009' -> ' ';
            case '\u2019' -> '\'';
            case '\u2212' -> '-';
            default -> character;
        };
    }
}
