package org.nificrm.samples;

import java.time.LocalDate;
import java.util.List;

/**
 * @param id     unique in the sample
 * @param amount with two decimals
 * @param status open, shipped, completed or cancelled
 * @param flaw   why the order must be refused, or {@link Flaw#NONE}
 */
public record OrderRow(String id, LocalDate date, String amount, String currency, String status, Flaw flaw, List<PaymentRow> payments) {
}
