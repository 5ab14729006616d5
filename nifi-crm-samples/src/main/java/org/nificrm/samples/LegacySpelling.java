package org.nificrm.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The noise that a legacy system adds to one row and that a mapping takes away again: blanks around values, words for "nothing",
 * dates in several formats.
 */
final class LegacySpelling {

    private final CustomerRow row;
    private final Dice dice;

    LegacySpelling(final CustomerRow row) {
        this.row = row;
        this.dice = Dice.of(row.customerId(), row.index());
    }

    String key() {
        return row.flaw() == Flaw.MISSING_KEY ? "" : row.sourceId();
    }

    /** A value that people type in, sometimes with blanks around it. */
    String typed(final String field) {
        final String value = text(field);

        return dice.chance(0.03) ? "  " + value + " " : value;
    }

    /** The value; where there is none, sometimes a word that says so. */
    String text(final String field) {
        final String value = row.value(field);
        if (value == null) {
            return dice.chance(0.1) ? dice.oneOf("N/A", "-", "NULL", "无") : "";
        }

        return value;
    }

    /** The birth date in one of the formats, or what is on no calendar. */
    String birthDate(final DateTimeFormatter... formats) {
        final String value = row.value(Field.BIRTH_DATE);
        if (value == null) {
            return "";
        }

        final LocalDate date = LocalDate.parse(value);
        if (row.flaw() == Flaw.IMPOSSIBLE_DATE) {
            return date.getYear() + "-02-30";
        }

        return date.format(dice.oneOf(formats));
    }

    String status(final String active, final String inactive, final String closed) {
        if (row.flaw() == Flaw.UNKNOWN_STATUS) {
            return "?";
        }

        return switch (row.value(Field.STATUS)) {
            case "active" -> active;
            case "inactive" -> inactive;
            default -> closed;
        };
    }

    String gender(final String female, final String male) {
        final String value = row.value(Field.GENDER);
        if (value == null) {
            return "";
        }

        return value.equals("female") ? female : male;
    }

    boolean person() {
        return row.value(Field.CUSTOMER_TYPE).equals(Field.PERSON);
    }
}
