package org.nificrm.reconciliation;

import org.nificrm.values.date.DateOptions;
import org.nificrm.values.date.DateOrder;
import org.nificrm.values.date.DateParser;
import org.nificrm.values.date.DateReading;
import org.nificrm.values.phone.PhoneParser;
import org.nificrm.values.phone.PhoneReading;
import org.nificrm.values.text.TextNormalizer;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Whether two values mean the same, each in its own spelling. What could be a loss is a difference: a leading zero that is
 * gone, digits after the point, an accent.
 */
final class Equivalence {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d(][\\d ()-]{6,}");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private final PhoneParser phones = new PhoneParser();
    private final DateParser dates = new DateParser(DateOptions.of(DateOrder.UNKNOWN));

    boolean isSame(final Object left, final Object right) {
        if (left instanceof Number || right instanceof Number) {
            return isSameNumber(text(left), text(right));
        }

        final String leftText = text(left);
        final String rightText = text(right);
        return leftText.equalsIgnoreCase(rightText) || isSameTime(leftText, rightText) || isSamePhone(leftText, rightText);
    }

    private static String text(final Object value) {
        return value instanceof final BigDecimal number ? number.toPlainString() : TextNormalizer.normalize(value.toString());
    }

    private static boolean isSameNumber(final String left, final String right) {
        try {
            return new BigDecimal(left).compareTo(new BigDecimal(right)) == 0;
        } catch (final NumberFormatException e) {
            return false;
        }
    }

    private boolean isSameTime(final String left, final String right) {
        if (DIGITS.matcher(left).matches() && DIGITS.matcher(right).matches()) {
            return false;
        }

        final DateReading leftTime = dates.parse(left);
        final DateReading rightTime = dates.parse(right);
        if (!leftTime.isValid() || !rightTime.isValid()) {
            return false;
        }

        return leftTime.offset() == null || rightTime.offset() == null
                ? leftTime.toLocalDateTime().equals(rightTime.toLocalDateTime())
                : leftTime.toOffsetDateTime(ZoneOffset.UTC).toInstant().equals(rightTime.toOffsetDateTime(ZoneOffset.UTC).toInstant());
    }

    private boolean isSamePhone(final String left, final String right) {
        if (!PHONE.matcher(left).matches() || !PHONE.matcher(right).matches()) {
            return false;
        }

        final PhoneReading leftPhone = phones.parse(left, null);
        final PhoneReading rightPhone = phones.parse(right, null);
        if (leftPhone.isValid() && rightPhone.isValid()) {
            return leftPhone.equals(rightPhone);
        }

        if (leftPhone.isValid() != rightPhone.isValid()) {
            return leftPhone.isValid() ? isNationalFormOf(leftPhone, right) : isNationalFormOf(rightPhone, left);
        }

        return NO_DIGIT.matcher(left).replaceAll("").equals(NO_DIGIT.matcher(right).replaceAll(""));
    }

    /** A number without country code is read as one of the other side's country. */
    private boolean isNationalFormOf(final PhoneReading international, final String national) {
        return phones.parse(national, international.numbers().getFirst().region()).equals(international);
    }
}
