package org.nificrm.samples;

import java.util.EnumMap;
import java.util.Map;

/** A record of a labelled set while it is being written, with all that goes wrong then. */
final class Transcript {
    private final LabelledKind kind;
    private final Dice dice;
    private final Map<LabelledColumn, String> values = new EnumMap<>(LabelledColumn.class);

    Transcript(final LabelledKind kind, final Dice dice) {
        this.kind = kind;
        this.dice = dice;
    }

    Dice dice() {
        return dice;
    }

    LabelledKind.Wear wear() {
        return kind.wear();
    }

    boolean has(final LabelledColumn column) {
        return kind.columns().contains(column);
    }

    /** Writes a text that is never left out. */
    void keep(final LabelledColumn column, final String text) {
        if (has(column)) {
            values.put(column, text);
        }
    }

    /** Writes a text, unless it gets lost. */
    void write(final LabelledColumn column, final String text) {
        if (!dice.chance(wear().missing())) {
            keep(column, text);
        }
    }

    /** The words, perhaps with a slip. */
    String words(final String text) {
        return dice.chance(wear().error()) ? Slips.in(text, dice) : text;
    }

    /** The digits, perhaps with a slip. */
    String digits(final String text) {
        return dice.chance(wear().error()) ? Slips.inDigits(text, dice) : text;
    }

    /** Whether a text is written in another of its forms. */
    boolean otherForm() {
        return dice.chance(wear().written());
    }

    /** The value, or what stands for a missing one. */
    String orFiller(final String text, final String filler) {
        return dice.chance(wear().filler()) ? filler : text;
    }

    Map<LabelledColumn, String> values() {
        return values;
    }
}
