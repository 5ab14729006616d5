package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Unfit;

import java.time.LocalDateTime;

/** The years that every database holds. */
final class Years {

    private static final int FIRST = 1;
    private static final int LAST = 9999;

    private Years() {
    }

    static LocalDateTime checked(final String field, final LocalDateTime dateTime) throws UnfitValueException {
        if (dateTime.getYear() < FIRST || dateTime.getYear() > LAST) {
            throw Unfit.outOfRange(field, "years %d to %d".formatted(FIRST, LAST));
        }

        return dateTime;
    }
}
