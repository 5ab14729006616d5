package org.nificrm.values.text;
import org.nificrm.Fuzz;

import java.util.Random;

/** Texts of random characters: ASCII, Latin-1, blanks and controls, the basic plane, lone surrogates, emoji. */
public final class RandomText {

    /** Inputs a property is tried with; a million in the profile {@code fuzz}. */
    public static final int INPUTS = Fuzz.inputs(20_000);

    private static final int LONGEST = 16;

    private RandomText() {
    }

    public static String next(final Random random) {
        final StringBuilder text = new StringBuilder();
        final int length = random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.append((char) random.nextInt(0x100));
                case 2 -> text.append((char) (0x2000 + random.nextInt(0x70)));
                case 3 -> text.append((char) (0x300 + random.nextInt(0x70)));
                case 4 -> text.appendCodePoint(0x1F600 + random.nextInt(0x40));
                default -> text.append((char) (0x20 + random.nextInt(0x5F)));
            }
        }

        return text.toString();
    }
}
