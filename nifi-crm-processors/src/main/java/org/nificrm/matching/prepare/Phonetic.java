package org.nificrm.matching.prepare;

import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * What a word sounds like, as a hash. Words that Double Metaphone (Lawrence Philips, 2000) does not know stand for themselves.
 */
final class Phonetic {
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();

    private Phonetic() {
    }

    static long code(final String word) {
        final String code = METAPHONE.doubleMetaphone(word);
        return Hash.of(code == null || code.isEmpty() ? word : code);
    }
}
