package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The mean of figures from 0 to 1, each kept to nine digits, so that sums are exact and the same in every order.
 *
 * @param of  number of figures
 * @param sum of the figures
 */
public record Share(long of, BigDecimal sum) {

    static final Share NONE = new Share(0, BigDecimal.ZERO);

    private static final int DIGITS = 9;

    Share with(final long part, final long whole) {
        return whole == 0 ? this : plus(new Share(1, BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_EVEN)));
    }

    Share plus(final Share other) {
        return new Share(of + other.of, sum.add(other.sum));
    }

    /** Null where there is no figure. */
    public Double mean() {
        return of == 0 ? null : sum.divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_EVEN).doubleValue();
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("of", of).put("sum", sum.setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString());
    }

    /** @throws NumberFormatException if the sum is no number */
    static Share read(final JsonNode json) {
        return new Share(json.path("of").asLong(), new BigDecimal(json.path("sum").asText("0")));
    }
}
