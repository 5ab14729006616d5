package org.nificrm.samples;

/**
 * What a correct migration of a sample reports.
 *
 * @param read           customers in the legacy systems
 * @param unmappable     customers the mapping must refuse
 * @param superseded     customers of which the sample has a newer version
 * @param delivered      source records that the customers of the target stand for at the end
 * @param orders         rows of the order table at the end
 * @param rejectedOrders orders the mapping must refuse
 * @param payments       rows of the transaction table at the end
 */
public record Tally(long read, long unmappable, long superseded, long delivered, long orders, long rejectedOrders, long payments) {

    public static Tally of(final Sample sample) {
        long read = 0;
        long unmappable = 0;
        long superseded = 0;
        long orders = 0;
        long rejectedOrders = 0;
        long payments = 0;
        for (final CustomerRow row : sample) {
            read++;
            switch (row.flaw()) {
                case NONE -> superseded += row.superseded() ? 1 : 0;
                case MISSING_KEY, UNKNOWN_STATUS, IMPOSSIBLE_DATE, UNREADABLE_AMOUNT, OVERLONG_CITY -> unmappable++;
            }

            for (final OrderRow order : row.orders()) {
                if (order.flaw() == Flaw.NONE) {
                    orders++;
                } else {
                    rejectedOrders++;
                }

                payments += order.payments().size();
            }
        }

        final long delivered = read - unmappable - superseded;

        return new Tally(read, unmappable, superseded, delivered, orders, rejectedOrders, payments);
    }
}
