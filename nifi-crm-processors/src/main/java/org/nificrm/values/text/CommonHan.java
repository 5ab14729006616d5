package org.nificrm.values.text;

import java.nio.charset.Charset;
import java.util.BitSet;

/** The Han characters in everyday use: all of GB 2312 and the 5,401 of the first level of Big5. */
final class CommonHan {

    private static final BitSet CHARACTERS = new BitSet();

    static {
        addRows("GB2312", 0xB0, 0xF7);
        addRows("Big5", 0xA4, 0xC6);
    }

    private CommonHan() {
    }

    static boolean contains(final int c) {
        return CHARACTERS.get(c);
    }

    private static void addRows(final String charset, final int firstRow, final int lastRow) {
        if (!Charset.isSupported(charset)) {
            return;
        }

        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = 0x40; column <= 0xFE; column++) {
                final String decoded = new String(new byte[] {(byte) row, (byte) column}, Charset.forName(charset));
                if (decoded.length() == 1 && decoded.charAt(0) >= 0x3400 && decoded.charAt(0) <= 0x9FFF) {
                    CHARACTERS.set(decoded.charAt(0));
                }
            }
        }
    }
}
