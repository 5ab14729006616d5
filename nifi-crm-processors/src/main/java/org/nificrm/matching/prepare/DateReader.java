package org.nificrm.matching.prepare;

import java.util.List;
import java.util.Locale;

/**
 * Reads dates as they come: ISO 8601, eight digits, day or month first, month by name. A date that cannot be is kept, as it may
 * be another one with a typing error.
 */
final class DateReader implements ValueReader {
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int EARLIEST_YEAR = 1800;
    private static final int LATEST_YEAR = 2200;

    @Override
    public Value read(final String raw) {
        final int[] numbers = new int[3];
        final int[] lengths = new int[3];
        int count = 0;
        int position = 0;
        while (position < raw.length() && count < 3) {
            final int start = position;
            if (isDigit(raw.charAt(position))) {
                while (position < raw.length() && isDigit(raw.charAt(position)) && position - start < 8) {
                    numbers[count] = numbers[count] * 10 + raw.charAt(position) - '0';
                    position++;
                }

                lengths[count++] = position - start;
            } else if (Character.isLetter(raw.charAt(position))) {
                while (position < raw.length() && Character.isLetter(raw.charAt(position))) {
                    position++;
                }

                final int month = position - start < 3 ? -1 : MONTHS.indexOf(raw.substring(start, start + 3).toLowerCase(Locale.ROOT));
                if (month >= 0) {
                    numbers[count] = month + 1;
                    lengths[count++] = -1;
                }
            } else {
                position++;
            }
        }

        return value(numbers, lengths, count);
    }

    private static Value value(final int[] numbers, final int[] lengths, final int count) {
        if (count == 1 && lengths[0] == 8) {
            final int yearFirst = numbers[0] / 10_000;
            if (yearFirst >= EARLIEST_YEAR && yearFirst <= LATEST_YEAR) {
                return new DateValue(yearFirst, numbers[0] / 100 % 100, numbers[0] % 100);
            }

            return dayOrMonthFirst(numbers[0] / 1_000_000, numbers[0] / 10_000 % 100, numbers[0] % 10_000);
        }

        if (count == 1 && lengths[0] == 4) {
            return new DateValue(numbers[0], 0, 0);
        }

        if (count == 2 && lengths[0] == 4) {
            return new DateValue(numbers[0], numbers[1] % 100, 0);
        }

        if (count < 3) {
            return null;
        }

        if (lengths[0] >= 3) {
            return new DateValue(numbers[0] % 10_000, numbers[1] % 100, numbers[2] % 100);
        }

        final int year = lengths[2] <= 2 ? numbers[2] + (numbers[2] > 30 ? 1900 : 2000) : numbers[2] % 10_000;
        if (lengths[0] == -1) {
            return new DateValue(year, numbers[0], numbers[1] % 100);
        }

        return lengths[1] == -1 ? new DateValue(year, numbers[1], numbers[0] % 100) : dayOrMonthFirst(numbers[0], numbers[1], year);
    }

    private static Value dayOrMonthFirst(final int first, final int second, final int year) {
        return second > 12 ? new DateValue(year, first, second % 100) : new DateValue(year, second, first % 100);
    }

    private static boolean isDigit(final char character) {
        return character >= '0' && character <= '9';
    }
}
