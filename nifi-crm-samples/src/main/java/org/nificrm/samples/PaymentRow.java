package org.nificrm.samples;

import java.time.Instant;

/**
 * @param id     unique in the sample
 * @param amount with two decimals
 * @param method wechat, alipay, bank or cash
 */
public record PaymentRow(String id, Instant paidAt, String amount, String method) {
}
