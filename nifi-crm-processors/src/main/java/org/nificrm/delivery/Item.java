package org.nificrm.delivery;

import java.time.Duration;

/** One record on its way through {@link Delivery}. */
final class Item {

    private final Candidate candidate;
    private Outcome outcome;
    private Operation operation;
    private Operation uncertain;
    private Outcome lastAttempt;
    private int attempts;

    /** A record still to be delivered. */
    Item(final Candidate candidate) {
        this.candidate = candidate;
    }

    /** A record that was turned away before anything was looked up. */
    Item(final Outcome outcome) {
        this.candidate = null;
        this.outcome = outcome;
    }

    Candidate candidate() {
        return candidate;
    }

    Key key() {
        return candidate.key();
    }

    Outcome outcome() {
        return outcome;
    }

    boolean isPending() {
        return outcome == null;
    }

    /** Whether its outcome stands for something that the CRM has carried out. */
    boolean isWritten() {
        return outcome != null && (outcome.status() == Outcome.Status.CREATED || outcome.status() == Outcome.Status.UPDATED
                || outcome.status() == Outcome.Status.DELETED);
    }

    /** Ends its way. */
    void settle(final Outcome settled) {
        outcome = settled.status() == Outcome.Status.UNCHANGED && uncertain != null ? arrived(settled) : settled;
    }

    /** The CRM is found as an earlier write, whose answer was lost, would have left it. */
    private Outcome arrived(final Outcome settled) {
        return switch (uncertain.type()) {
            case CREATE -> Outcome.created(settled.id());
            case UPDATE -> Outcome.updated(settled.id());
            case DELETE -> Outcome.deleted(settled.id());
        };
    }

    /** Sets what the next attempt does. */
    void plan(final Operation planned) {
        operation = planned;
    }

    Operation operation() {
        return operation;
    }

    /** The CRM's answer to the operation, which may call for another attempt. */
    void answer(final Outcome answer) {
        if (answer.status().isFinal()) {
            settle(answer);
            return;
        }

        attempts++;
        lastAttempt = answer;
        if (answer.status() == Outcome.Status.UNKNOWN) {
            uncertain = operation;
        }
    }

    int attempts() {
        return attempts;
    }

    /** What the last attempt came to; null before the first. */
    Outcome lastAttempt() {
        return lastAttempt;
    }

    /** How long the CRM asks to wait before the next attempt; null if it does not say. */
    Duration retryAfter() {
        return lastAttempt == null ? null : lastAttempt.retryAfter();
    }

    /** Back to the start: whatever was done for it has been taken back. */
    void restart() {
        if (candidate != null) {
            outcome = null;
            uncertain = null;
        }
    }
}
