package org.nificrm.values.name;

import java.util.Random;

/** Texts made of what names are made of, in no sensible order. */
final class RandomNames {

    private static final String[] PIECES = {
        "John", "MARY", "o'", "van", "de", "la", "y", "and", "of", "the", "Dr.", "Mr", "Jr.", "III", "V", "MD", "Ph.D.", "St.", "Mc", "mac", "B.", "é", "ß",
        "王", "欧阳", "先生", "总", "小", "김", "남궁", "씨", "さん", "山田", "ー", "·", "・", ",", "，", ";", "(", ")", "（", "）", "\"", "'", "''", "“", "”", "-",
        " ", " ", " ", "  ", "\u3000", "\u200D", "\u202E", "\u0301", "\uD83D\uDE00", "\uD800", "𠮷", "Ａ", "١", "\u0000", "\uFFFD", ".", "&", "/", "İ"
    };

    private RandomNames() {
    }

    static String next(final Random random) {
        final StringBuilder text = new StringBuilder();
        final int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(10) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }

        return text.toString();
    }
}
