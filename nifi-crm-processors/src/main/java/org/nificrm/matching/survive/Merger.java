package org.nificrm.matching.survive;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Makes golden records. The result does not depend on anything but the members and their order.
 */
public final class Merger {
    private final Survivorship survivorship;
    private final Validity validity;

    public Merger(final Survivorship survivorship, final Validity validity) {
        this.survivorship = survivorship;
        this.validity = validity;
    }

    /**
     * Merges the records of an entity.
     *
     * @param members at least one record, the oldest first, which is preferred where no rule decides
     */
    public GoldenRecord merge(final List<MemberRecord> members) {
        final Set<String> fields = new LinkedHashSet<>();
        members.forEach(member -> fields.addAll(member.values().keySet()));
        final Map<String, Object> chosen = new HashMap<>();
        final List<Survivor> survivors = new ArrayList<>();
        for (final FieldPolicy policy : survivorship.policies(fields)) {
            if (policy.keepsAll()) {
                policy.fields().forEach(field -> keepAll(field, members, chosen, survivors));
            } else {
                choose(policy, members, chosen, survivors);
            }
        }

        final Map<String, Object> values = new LinkedHashMap<>();
        fields.stream().filter(chosen::containsKey).forEach(field -> values.put(field, chosen.get(field)));
        return new GoldenRecord(values, survivors);
    }

    /** Whether a version of a record is older than another; a version without a time is oldest. */
    public boolean isOlder(final Map<String, ?> version, final Map<String, ?> other) {
        return compareValues(version.get(survivorship.recency()), other.get(survivorship.recency())) < 0;
    }

    private static void keepAll(final String field, final List<MemberRecord> members, final Map<String, Object> chosen,
            final List<Survivor> survivors) {
        final Map<Object, Object> elements = new LinkedHashMap<>();
        MemberRecord first = null;
        for (final MemberRecord member : members) {
            final Object value = member.value(field);
            if (value != null) {
                first = first == null ? member : first;
                Elements.of(value).forEach(element -> elements.putIfAbsent(Elements.identity(element), element));
            }
        }

        if (first != null) {
            chosen.put(field, elements.values().toArray());
            survivors.add(new Survivor(field, first.key(), Rule.ALL, List.of()));
        }
    }

    private void choose(final FieldPolicy policy, final List<MemberRecord> members, final Map<String, Object> chosen,
            final List<Survivor> survivors) {
        List<MemberRecord> left = members.stream().filter(member -> policy.fields().stream().anyMatch(field -> member.value(field) != null))
                .toList();
        if (left.isEmpty()) {
            return;
        }

        Rule decisive = null;
        for (final Rule rule : policy.rules()) {
            if (isSettled(policy, left)) {
                break;
            }

            final List<MemberRecord> best = best(left, preference(rule, policy, left));
            decisive = best.size() < left.size() ? rule : decisive;
            left = best;
        }

        final MemberRecord winner = left.getFirst();
        for (final String field : policy.fields()) {
            final Object value = winner.value(field);
            final List<Survivor.Loser> losers = losers(field, value, members);
            if (value != null) {
                chosen.put(field, value);
            }

            if (value != null || !losers.isEmpty()) {
                survivors.add(new Survivor(field, winner.key(), decisive, losers));
            }
        }
    }

    private static boolean isSettled(final FieldPolicy policy, final List<MemberRecord> members) {
        return members.stream().map(member -> identity(policy, member)).distinct().count() == 1;
    }

    private static List<Object> identity(final FieldPolicy policy, final MemberRecord member) {
        final List<Object> identity = new ArrayList<>();
        for (final String field : policy.fields()) {
            final Object value = member.value(field);
            identity.add(value == null ? "" : Elements.identity(value));
        }

        return identity;
    }

    private static List<MemberRecord> best(final List<MemberRecord> members, final Comparator<MemberRecord> preference) {
        final MemberRecord best = members.stream().max(preference).orElseThrow();
        return members.stream().filter(member -> preference.compare(member, best) == 0).toList();
    }

    private Comparator<MemberRecord> preference(final Rule rule, final FieldPolicy policy, final List<MemberRecord> members) {
        return switch (rule) {
            case SOURCE_PRIORITY -> most(member -> -rank(survivorship.sourcePriority(), member.key().system()));
            case MOST_RECENT -> Comparator.comparing(member -> member.value(survivorship.recency()), Merger::compareValues);
            case MOST_FREQUENT -> {
                final Map<Object, Integer> counts = new HashMap<>();
                members.forEach(member -> counts.merge(identity(policy, member), 1, Integer::sum));
                yield most(member -> counts.get(identity(policy, member)));
            }
            case LONGEST -> most(member -> total(policy, member, value -> value.toString().strip().length()));
            case MOST_COMPLETE -> most(member -> total(policy, member, value -> 1));
            case VALID -> most(member -> policy.fields().stream()
                    .allMatch(field -> member.value(field) == null || validity.isValid(field, member.value(field))) ? 1 : 0);
            case ORDER -> most(member -> -rank(policy.order(), String.valueOf(member.value(policy.fields().getFirst()))));
            case LEAST -> Comparator.comparing(member -> member.value(policy.fields().getFirst()), (left, right) -> compareValues(right, left));
            case GREATEST -> Comparator.comparing(member -> member.value(policy.fields().getFirst()), Merger::compareValues);
            case ALL -> most(member -> 0);
        };
    }

    private static Comparator<MemberRecord> most(final ToDoubleFunction<MemberRecord> merit) {
        return Comparator.comparingDouble(merit);
    }

    private static int rank(final List<String> order, final String text) {
        final int position = order.indexOf(text);
        return position < 0 ? order.size() : position;
    }

    private static double total(final FieldPolicy policy, final MemberRecord member, final ToDoubleFunction<Object> merit) {
        return policy.fields().stream().map(member::value).filter(value -> value != null).mapToDouble(merit).sum();
    }

    /** Numbers and dates by their size, everything else by its text; nothing is least. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compareValues(final Object first, final Object second) {
        if (first == null || second == null) {
            return Boolean.compare(first != null, second != null);
        }

        if (first instanceof Number left && second instanceof Number right) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }

        final boolean comparable = first instanceof Date || first instanceof Temporal;
        if (comparable && first.getClass() == second.getClass() && first instanceof Comparable left) {
            return left.compareTo(second);
        }

        return first.toString().compareTo(second.toString());
    }

    private static List<Survivor.Loser> losers(final String field, final Object winner, final List<MemberRecord> members) {
        final Set<Object> seen = new LinkedHashSet<>();
        if (winner != null) {
            seen.add(Elements.identity(winner));
        }

        final List<Survivor.Loser> losers = new ArrayList<>();
        for (final MemberRecord member : members) {
            final Object value = member.value(field);
            if (value != null && seen.add(Elements.identity(value))) {
                losers.add(new Survivor.Loser(value, member.key()));
            }
        }

        return losers;
    }
}
