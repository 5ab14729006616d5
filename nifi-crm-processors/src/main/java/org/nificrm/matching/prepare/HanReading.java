package org.nificrm.matching.prepare;

import com.github.promeg.pinyinhelper.Pinyin;

import java.util.Locale;

/**
 * Pinyin of Han text, without tones: the common link between a name in characters and its Latin spelling.
 */
final class HanReading {
    private HanReading() {
    }

    /** @return pinyin syllables joined, lower case; other characters stay */
    static String of(final String text) {
        final StringBuilder reading = new StringBuilder(text.length() * 4);
        for (int i = 0; i < text.length(); i++) {
            reading.append(Pinyin.toPinyin(text.charAt(i)));
        }

        return reading.toString().toLowerCase(Locale.ROOT);
    }
}
