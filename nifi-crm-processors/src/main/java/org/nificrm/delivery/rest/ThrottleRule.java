package org.nificrm.delivery.rest;

import java.time.Duration;
import java.util.Optional;

/** How a CRM says that it was asked too often. A request so answered is known not to have been carried out. */
public interface ThrottleRule {

    /** Long enough for the shortest window in which CRMs count requests. */
    Duration SHORT_WAIT = Duration.ofSeconds(1);

    /** How often to see whether an exhausted quota has come back, when the CRM does not say when it will. */
    Duration QUOTA_WAIT = Duration.ofMinutes(15);

    /** By the status alone (RFC 6585, section 4). */
    ThrottleRule TOO_MANY_REQUESTS = response -> response.status() == 429 ? Optional.of(SHORT_WAIT) : Optional.empty();

    /**
     * @return how long to leave the CRM alone if the response has no Retry-After; empty if it is no complaint about the rate
     */
    Optional<Duration> waitAfter(ApiResponse response);
}
