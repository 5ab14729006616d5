package org.nificrm.values.name;

/** Which of the East Asian scripts a character belongs to. */
enum EastAsianScript {
    HAN, HANGUL, KANA, NONE;

    static EastAsianScript of(final int c) {
        if (c < 0x1100) {
            return NONE;
        }

        if (c >= 0x3400 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0x20000 && c <= 0x3FFFF || c == '々' || c == '〇') {
            return HAN;
        }

        if (c >= 0xAC00 && c <= 0xD7A3 || c <= 0x11FF || c >= 0x3131 && c <= 0x318E) {
            return HANGUL;
        }

        return c >= 0x3041 && c <= 0x30FA || c >= 0x30FC && c <= 0x30FF || c >= 0xFF66 && c <= 0xFF9F ? KANA : NONE;
    }

    static boolean occursIn(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x1100 && of(text.codePointAt(i)) != NONE) {
                return true;
            }
        }

        return false;
    }

    /** The script of all characters of a word; KANA if Han and Kana mix, NONE if any other script occurs. */
    static EastAsianScript ofWord(final String word) {
        EastAsianScript script = null;
        int i = 0;
        while (i < word.length()) {
            final int c = word.codePointAt(i);
            i += Character.charCount(c);
            final EastAsianScript next = of(c);
            if (next == NONE || script != null && script != next && (script == HANGUL || next == HANGUL)) {
                return NONE;
            }

            script = script == KANA ? KANA : next;
        }

        return script == null ? NONE : script;
    }
}
