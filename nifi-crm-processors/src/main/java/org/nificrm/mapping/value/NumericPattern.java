package org.nificrm.mapping.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of digits and separators only, such as {@code yyyy-MM-dd} or {@code d.M.yyyy H:mm}. It reads what
 * {@link java.time.format.DateTimeFormatter} reads for it, strictly, at a fraction of the cost.
 */
final class NumericPattern {

    private static final String FIELDS = "uMdHms";
    private static final int YEAR = 0;
    private static final int MONTH = 1;
    private static final int DAY = 2;
    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final int SECOND = 5;
    private static final int ABSENT = -1;
    /** Enough for any month, day or time; the formatter would take more only to refuse them. */
    private static final int LONGEST_VARIABLE = 9;
    private static final int MONTHS = 12;
    private static final int HOURS = 24;
    private static final int SIXTY = 60;

    private final List<Token> tokens;
    private final boolean hasTime;

    /** A field with its number of digits, 0 for any number; or a separator, whose field is {@value #ABSENT}. */
    private record Token(int field, int digits, char separator) {
    }

    private NumericPattern(final List<Token> tokens, final boolean hasTime) {
        this.tokens = List.copyOf(tokens);
        this.hasTime = hasTime;
    }

    /** @param pattern with {@code u} for the year; empty if it is not of this simple kind */
    static Optional<NumericPattern> of(final String pattern) {
        final List<Token> tokens = new ArrayList<>();
        final boolean[] present = new boolean[FIELDS.length()];
        int index = 0;
        while (index < pattern.length()) {
            final char letter = pattern.charAt(index);
            int length = 1;
            while (index + length < pattern.length() && pattern.charAt(index + length) == letter) {
                length++;
            }

            final int field = FIELDS.indexOf(letter);
            if (field >= 0) {
                final boolean wellFormed = field == YEAR ? length == 4 : length <= 2;
                if (!wellFormed || present[field]) {
                    return Optional.empty();
                }

                present[field] = true;
                tokens.add(new Token(field, length == 1 ? 0 : length, ' '));
            } else if (Character.isLetter(letter) && letter < 128 || "'[]{}#".indexOf(letter) >= 0) {
                return Optional.empty();
            } else {
                for (int i = 0; i < length; i++) {
                    tokens.add(new Token(ABSENT, 0, letter));
                }
            }

            index += length;
        }

        final boolean hasTime = present[HOUR] && present[MINUTE];
        final boolean isDate = present[YEAR] && present[MONTH] && present[DAY];
        final boolean strayTime = (present[HOUR] || present[MINUTE] || present[SECOND]) && !hasTime;
        return isDate && !strayTime && isUnambiguous(tokens) ? Optional.of(new NumericPattern(tokens, hasTime)) : Optional.empty();
    }

    /** Between two numbers of which the first has any length there is a separator. */
    private static boolean isUnambiguous(final List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).field() >= 0 && tokens.get(i - 1).field() >= 0 && (tokens.get(i - 1).digits() == 0 || tokens.get(i).digits() == 0)) {
                return false;
            }
        }

        return true;
    }

    /** What the text says, or null if it is not written this way or there is no such day. */
    TemporalAccessor read(final String text) {
        final int[] values = new int[FIELDS.length()];
        int position = 0;
        for (final Token token : tokens) {
            final int end = token.field() < 0 ? separatorEnd(text, position, token.separator()) : digitsEnd(text, position, token.digits());
            if (end < 0) {
                return null;
            }

            if (token.field() >= 0) {
                values[token.field()] = Integer.parseInt(text, position, end, 10);
            }

            position = end;
        }

        return position == text.length() ? temporal(values) : null;
    }

    private static int separatorEnd(final String text, final int start, final char separator) {
        return start < text.length() && text.charAt(start) == separator ? start + 1 : ABSENT;
    }

    private static int digitsEnd(final String text, final int start, final int digits) {
        final int limit = Math.min(text.length(), start + (digits == 0 ? LONGEST_VARIABLE : digits));
        int end = start;
        while (end < limit && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }

        final int read = end - start;
        return digits == 0 && read > 0 || digits > 0 && read == digits ? end : ABSENT;
    }

    private TemporalAccessor temporal(final int[] values) {
        final boolean isDate = values[MONTH] >= 1 && values[MONTH] <= MONTHS && values[DAY] >= 1
                && values[DAY] <= YearMonth.of(values[YEAR], values[MONTH]).lengthOfMonth();
        final boolean isTime = values[HOUR] < HOURS && values[MINUTE] < SIXTY && values[SECOND] < SIXTY;
        if (!isDate || !isTime) {
            return null;
        }

        final LocalDate date = LocalDate.of(values[YEAR], values[MONTH], values[DAY]);
        return hasTime ? LocalDateTime.of(date, LocalTime.of(values[HOUR], values[MINUTE], values[SECOND])) : date;
    }
}
