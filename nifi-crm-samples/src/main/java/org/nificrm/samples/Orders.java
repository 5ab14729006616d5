package org.nificrm.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Orders of one customer and the payments for them. */
final class Orders {

    private static final double FLAW_CHANCE = 0.005;

    private Orders() {
    }

    static List<OrderRow> of(final String customerKey, final Instant updatedAt, final Dice dice) {
        final int count = dice.below(4);
        final List<OrderRow> orders = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            orders.add(order(customerKey + "-" + number, updatedAt.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(dice.below(700)), dice));
        }

        return orders;
    }

    private static OrderRow order(final String id, final LocalDate date, final Dice dice) {
        final BigDecimal amount = BigDecimal.valueOf(dice.between(100, 5_000_000), 2);
        final Flaw flaw = dice.chance(FLAW_CHANCE) ? Flaw.UNREADABLE_AMOUNT : Flaw.NONE;
        final String status = dice.oneOf("open", "shipped", "completed", "cancelled");

        return new OrderRow(id, date, amount.toPlainString(), dice.chance(0.9) ? "CNY" : "USD", status, flaw, payments(id, date, amount, dice));
    }

    /** One payment of the whole, two of a part each, or none yet. */
    private static List<PaymentRow> payments(final String orderId, final LocalDate date, final BigDecimal amount, final Dice dice) {
        final BigDecimal deposit = amount.movePointLeft(1).setScale(2, RoundingMode.DOWN);

        return switch (dice.below(3)) {
            case 0 -> List.of();
            case 1 -> List.of(payment(orderId + "-P1", date, amount, dice));
            default -> List.of(payment(orderId + "-P1", date, deposit, dice), payment(orderId + "-P2", date.plusDays(30), amount.subtract(deposit), dice));
        };
    }

    private static PaymentRow payment(final String id, final LocalDate date, final BigDecimal amount, final Dice dice) {
        final Instant paidAt = date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(dice.below(86_400));

        return new PaymentRow(id, paidAt, amount.toPlainString(), dice.oneOf("wechat", "alipay", "bank", "cash"));
    }
}
