package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.ThrottleRule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves a share of the organization's daily requests to its other applications: Salesforce says with each answer how many
 * are used ({@code Sforce-Limit-Info: api-usage=18/5000}). Beyond the share requests stop, and once in a while one sees
 * whether it has become better.
 */
public final class UsageLimit implements ApiTransport {

    private static final Pattern USAGE = Pattern.compile("api-usage=(\\d{1,9})/(\\d{1,9})");

    private final ApiTransport transport;
    private final int percent;
    private final InstantSource clock;
    private volatile Instant closedUntil = Instant.MIN;

    /** @param percent of the daily requests that may be used, by whomever */
    public UsageLimit(final ApiTransport transport, final int percent) {
        this(transport, percent, InstantSource.system());
    }

    UsageLimit(final ApiTransport transport, final int percent, final InstantSource clock) {
        this.transport = transport;
        this.percent = percent;
        this.clock = clock;
    }

    @Override
    public ApiResponse send(final ApiRequest request) throws CrmException {
        final Instant now = clock.instant();
        if (closedUntil.isAfter(now)) {
            throw new CrmException(Kind.UNAVAILABLE, "API_USAGE_LIMIT",
                    "%d %% of the organization's daily API requests are used. Wait, or raise API Usage Limit".formatted(percent),
                    Duration.between(now, closedUntil), null);
        }

        final ApiResponse response = transport.send(request);
        final Matcher usage = USAGE.matcher(response.header("Sforce-Limit-Info").orElse(""));
        if (usage.find() && Long.parseLong(usage.group(1)) * 100 >= Long.parseLong(usage.group(2)) * percent) {
            closedUntil = now.plus(ThrottleRule.QUOTA_WAIT);
        }

        return response;
    }

    @Override
    public String address() {
        return transport.address();
    }

    @Override
    public void close() {
        transport.close();
    }
}
