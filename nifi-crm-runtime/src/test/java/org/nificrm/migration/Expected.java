package org.nificrm.migration;

import org.nificrm.samples.CustomerRow;
import org.nificrm.samples.Flaw;
import org.nificrm.samples.LegacySystem;
import org.nificrm.samples.OrderRow;
import org.nificrm.samples.PaymentRow;
import org.nificrm.samples.Sample;

import java.util.Map;
import java.util.TreeMap;

/**
 * The rows that the target must hold after a sample has been migrated, by source system and source key.
 *
 * @param orders       of all customers that have a key, quarantined ones included
 * @param transactions of all those orders, quarantined ones included
 */
record Expected(Map<String, Map<String, String>> customers, Map<String, Map<String, String>> orders, Map<String, Map<String, String>> transactions) {

    static Expected of(final Sample sample) {
        final Expected expected = new Expected(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (final CustomerRow row : sample) {
            if (row.flaw() == Flaw.NONE && !row.superseded()) {
                expected.customers.put(key(row.system(), row.sourceId()), new TreeMap<>(row.values()));
            }

            row.orders().forEach(order -> expected.addOrder(row, order));
        }

        return expected;
    }

    private void addOrder(final CustomerRow customer, final OrderRow order) {
        if (order.flaw() == Flaw.NONE) {
            orders.put(key(customer.system(), order.id()), new TreeMap<>(Map.of(
                    "source_system", customer.system().code(),
                    "source_id", order.id(),
                    "customer_source_id", customer.sourceId(),
                    "order_date", order.date().toString(),
                    "amount", order.amount(),
                    "currency", order.currency(),
                    "status", order.status(),
                    "updated_at", customer.updatedAt().toString())));
        }

        for (final PaymentRow payment : order.payments()) {
            transactions.put(key(customer.system(), payment.id()), new TreeMap<>(Map.of(
                    "source_system", customer.system().code(),
                    "source_id", payment.id(),
                    "customer_source_id", customer.sourceId(),
                    "order_source_id", order.id(),
                    "paid_at", payment.paidAt().toString(),
                    "amount", payment.amount(),
                    "currency", order.currency(),
                    "method", payment.method(),
                    "updated_at", customer.updatedAt().toString())));
        }
    }

    private static String key(final LegacySystem system, final String sourceId) {
        return system.code() + "/" + sourceId;
    }
}
