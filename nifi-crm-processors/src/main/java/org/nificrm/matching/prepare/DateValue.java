package org.nificrm.matching.prepare;

/**
 * A date of birth, valid or not; a part that is not known is 0.
 */
public final class DateValue extends Value {
    private final short year;
    private final byte month;
    private final byte day;

    public DateValue(final int year, final int month, final int day) {
        super(Hash.mix(year * 10_000L + month * 100L + day + 1));
        this.year = (short) year;
        this.month = (byte) month;
        this.day = (byte) day;
    }

    public int year() {
        return year;
    }

    public int month() {
        return month;
    }

    public int day() {
        return day;
    }

    public boolean isComplete() {
        return year != 0 && month != 0 && day != 0;
    }

    /** @return eight digits, year first */
    public int digits() {
        return year * 10_000 + month * 100 + day;
    }

    @Override
    public String toString() {
        return "%04d-%02d-%02d".formatted(year, month, day);
    }
}
