package org.nificrm.values.phone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several regular expressions over digits, matched in one pass.
 *
 * <p>A deterministic automaton by subset construction (Rabin and Scott, 1959). It takes the part of the regular expression language that
 * libphonenumber's metadata is written in: digits, {@code \d}, character classes, groups, alternatives and counted repetition.</p>
 */
final class DigitAutomaton {
    private static final int SYMBOLS = 10;
    private static final int DEAD = -1;

    private final int[] transitions;
    private final int[] accepted;

    private DigitAutomaton(final int[] transitions, final int[] accepted) {
        this.transitions = transitions;
        this.accepted = accepted;
    }

    /**
     * @param patterns at most 31 expressions; an empty one matches nothing
     * @return an automaton that tells which of them match
     * @throws IllegalArgumentException for an expression outside the supported language
     */
    static DigitAutomaton compile(final List<String> patterns) {
        return new SubsetConstruction(Nondeterministic.of(patterns)).build();
    }

    /**
     * @param digits ASCII digits
     * @param start index of the first digit to look at
     * @return a bit for each expression that matches all digits from start on
     */
    int match(final CharSequence digits, final int start) {
        int state = 0;
        for (int i = start; i < digits.length(); i++) {
            state = transitions[state * SYMBOLS + digits.charAt(i) - '0'];
            if (state == DEAD) {
                return 0;
            }
        }

        return accepted[state];
    }

    /** The automaton while it is read from the expressions: Thompson's construction (1968). */
    private static final class Nondeterministic {
        private final List<int[]> empties = new ArrayList<>();
        private final List<BitSet> symbols = new ArrayList<>();
        private final List<Integer> targets = new ArrayList<>();
        private final Map<Integer, Integer> accepting = new HashMap<>();
        private final int start;

        private String pattern;
        private int position;

        private Nondeterministic() {
            start = addState();
        }

        static Nondeterministic of(final List<String> patterns) {
            final Nondeterministic automaton = new Nondeterministic();
            for (int i = 0; i < patterns.size(); i++) {
                if (!patterns.get(i).isEmpty()) {
                    automaton.add(patterns.get(i), 1 << i);
                }
            }

            return automaton;
        }

        private void add(final String newPattern, final int bit) {
            pattern = newPattern;
            position = 0;
            accepting.put(readAlternatives(start), bit);
            if (position < pattern.length()) {
                throw unsupported();
            }
        }

        private int readAlternatives(final int from) {
            final int end = addState();
            addEmpty(readSequence(from), end);
            while (peek() == '|') {
                position++;
                addEmpty(readSequence(from), end);
            }

            return end;
        }

        private int readSequence(final int from) {
            int end = from;
            while (position < pattern.length() && peek() != '|' && peek() != ')') {
                end = readRepeated(end);
            }

            return end;
        }

        private int readRepeated(final int from) {
            final int atomStart = position;
            final int once = readAtom(addAfter(from));
            final int[] bounds = readBounds();
            final int after = position;
            if (bounds[0] == 1 && bounds[1] == 1) {
                return once;
            }

            final int end = addState();
            int current = once;
            if (bounds[0] == 0) {
                addEmpty(from, end);
            }

            for (int count = 1; count <= bounds[1]; count++) {
                if (count > 1) {
                    position = atomStart;
                    current = readAtom(addAfter(current));
                }

                if (count >= bounds[0]) {
                    addEmpty(current, end);
                }
            }

            position = after;
            return end;
        }

        private int[] readBounds() {
            switch (peek()) {
                case '?' -> {
                    position++;
                    return new int[] {0, 1};
                }
                case '{' -> {
                    final int close = pattern.indexOf('}', position);
                    final String[] bounds = pattern.substring(position + 1, close).split(",");
                    position = close + 1;
                    return new int[] {Integer.parseInt(bounds[0]), Integer.parseInt(bounds[bounds.length - 1])};
                }
                case '*', '+' -> throw unsupported();
                default -> {
                    return new int[] {1, 1};
                }
            }
        }

        private int readAtom(final int from) {
            final char next = peek();
            position++;
            if (next == '(') {
                position += pattern.startsWith("?:", position) ? 2 : 0;
                final int end = readAlternatives(from);
                if (peek() != ')') {
                    throw unsupported();
                }

                position++;
                return end;
            }

            return addSymbols(from, switch (next) {
                case '[' -> readClass();
                case '\\' -> readEscape();
                default -> digits(next, next);
            });
        }

        private BitSet readClass() {
            final BitSet digits = new BitSet(SYMBOLS);
            while (peek() != ']') {
                final char first = peek();
                position++;
                if (first == '\\') {
                    digits.or(readEscape());
                } else if (peek() == '-') {
                    digits.or(digits(first, pattern.charAt(position + 1)));
                    position += 2;
                } else {
                    digits.or(digits(first, first));
                }
            }

            position++;
            return digits;
        }

        private BitSet readEscape() {
            if (peek() != 'd') {
                throw unsupported();
            }

            position++;
            return digits('0', '9');
        }

        private BitSet digits(final char first, final char last) {
            if (first < '0' || last > '9') {
                throw unsupported();
            }

            final BitSet digits = new BitSet(SYMBOLS);
            digits.set(first - '0', last - '0' + 1);
            return digits;
        }

        private char peek() {
            return position < pattern.length() ? pattern.charAt(position) : 0;
        }

        private IllegalArgumentException unsupported() {
            return new IllegalArgumentException("Not an expression over digits at %d: %s".formatted(position, pattern));
        }

        private int addState() {
            empties.add(new int[0]);
            symbols.add(null);
            targets.add(DEAD);
            return empties.size() - 1;
        }

        private int addAfter(final int from) {
            final int state = addState();
            addEmpty(from, state);
            return state;
        }

        private int addSymbols(final int from, final BitSet digits) {
            final int state = addState();
            symbols.set(from, digits);
            targets.set(from, state);
            return state;
        }

        private void addEmpty(final int from, final int to) {
            final int[] old = empties.get(from);
            final int[] extended = Arrays.copyOf(old, old.length + 1);
            extended[old.length] = to;
            empties.set(from, extended);
        }
    }

    private static final class SubsetConstruction {
        private final Nondeterministic source;
        private final Map<BitSet, Integer> numbers = new HashMap<>();
        private final List<BitSet> subsets = new ArrayList<>();

        private SubsetConstruction(final Nondeterministic source) {
            this.source = source;
        }

        private DigitAutomaton build() {
            final BitSet start = new BitSet();
            reach(source.start, start);
            number(start);

            int[] transitions = new int[SYMBOLS];
            for (int state = 0; state < subsets.size(); state++) {
                transitions = Arrays.copyOf(transitions, subsets.size() * SYMBOLS);
                for (int digit = 0; digit < SYMBOLS; digit++) {
                    transitions[state * SYMBOLS + digit] = number(step(subsets.get(state), digit));
                }
            }

            return new DigitAutomaton(Arrays.copyOf(transitions, subsets.size() * SYMBOLS), accepted());
        }

        private BitSet step(final BitSet subset, final int digit) {
            final BitSet reached = new BitSet();
            for (int state = subset.nextSetBit(0); state >= 0; state = subset.nextSetBit(state + 1)) {
                final BitSet digits = source.symbols.get(state);
                if (digits != null && digits.get(digit)) {
                    reach(source.targets.get(state), reached);
                }
            }

            return reached;
        }

        private void reach(final int state, final BitSet reached) {
            if (reached.get(state)) {
                return;
            }

            reached.set(state);
            for (final int next : source.empties.get(state)) {
                reach(next, reached);
            }
        }

        private int number(final BitSet subset) {
            if (subset.isEmpty()) {
                return DEAD;
            }

            final Integer known = numbers.putIfAbsent(subset, subsets.size());
            if (known == null) {
                subsets.add(subset);
                return subsets.size() - 1;
            }

            return known;
        }

        private int[] accepted() {
            final int[] accepted = new int[subsets.size()];
            for (int i = 0; i < accepted.length; i++) {
                for (final Map.Entry<Integer, Integer> entry : source.accepting.entrySet()) {
                    if (subsets.get(i).get(entry.getKey())) {
                        accepted[i] |= entry.getValue();
                    }
                }
            }

            return accepted;
        }
    }
}
