package org.nificrm.delivery;

import java.util.Objects;
import java.util.Optional;

/**
 * How a delivery decides.
 *
 * @param target          where the records go and what identifies them
 * @param policy          who is right where both sides differ
 * @param mode            what may be done to the CRM
 * @param nullValues      what a null in a record means
 * @param maximumAttempts how often a record is sent before it is given back as retryable
 * @param dryRun          whether to stop short of writing
 * @param supersession    how records that were merged into another are retired; empty if they are left as they are
 */
public record DeliverySettings(Target target, ConflictPolicy policy, WriteMode mode, NullValues nullValues, int maximumAttempts, boolean dryRun,
        Optional<Supersession> supersession) {

    /** Settings that retire nothing. */
    public DeliverySettings(final Target target, final ConflictPolicy policy, final WriteMode mode, final NullValues nullValues, final int maximumAttempts,
            final boolean dryRun) {
        this(target, policy, mode, nullValues, maximumAttempts, dryRun, Optional.empty());
    }

    public DeliverySettings {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(nullValues, "nullValues");
        if (maximumAttempts < 1) {
            throw new IllegalArgumentException("maximum attempts require at least 1");
        }

        if (policy == ConflictPolicy.LAST_WRITER_WINS && target.timestampField().isEmpty()) {
            throw new IllegalArgumentException("Last Writer Wins requires that the Source Timestamp Field is also configured");
        }

        if (supersession.isPresent() && target.keyFields().size() != 1) {
            throw new IllegalArgumentException("retiring superseded records requires a single match key field, that of their ids");
        }
    }

    /** Whether it matters which side is newer, and can be known. */
    boolean comparesTime() {
        return policy.comparesTime() && target.timestampField().isPresent();
    }
}
