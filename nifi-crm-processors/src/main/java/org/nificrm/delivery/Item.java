package org.nificrm.delivery;

import java.time.Duration;
import java.util.List;

/** One record on its way through {@link Delivery}. */
final class Item {

    private final Candidate candidate;
    private Outcome outcome;
    private Operation operation;
    private Operation uncertain;
    private Outcome lastAttempt;
    private int attempts;
    private List<Item> retirements = List.of();

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

    /** What became of it; it has arrived only when what it supersedes is retired. */
    Outcome outcome() {
        for (final Item retirement : retirements) {
            if (retirement.isPending()) {
                return remains(Outcome.Status.RETRYABLE, "it was not tried");
            }

            switch (retirement.outcome.status()) {
                case CREATED, UPDATED, UNCHANGED, DELETED, STALE -> {
                }
                case RETRYABLE, UNKNOWN -> {
                    return remains(Outcome.Status.RETRYABLE, retirement.outcome.message());
                }
                case CONFLICT, REJECTED -> {
                    return remains(retirement.outcome.status(), retirement.outcome.message());
                }
            }
        }

        return outcome;
    }

    private Outcome remains(final Outcome.Status status, final String reason) {
        return Outcome.of(status, outcome.id(), "SUPERSEDED_REMAINS", "It has arrived, but a record that it supersedes is not retired: " + reason);
    }

    /** The items that retire what it supersedes; none before it has arrived. */
    List<Item> retirements() {
        if (retirements.isEmpty() && candidate != null && outcome != null && outcome.status().isSuccess()) {
            retirements = candidate.superseded().stream().map(Item::new).toList();
        }

        return retirements;
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
            retirements = List.of();
        }
    }
}
