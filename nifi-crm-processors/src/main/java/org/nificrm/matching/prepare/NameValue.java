package org.nificrm.matching.prepare;

/**
 * A given name or surname: its letters, its reading in Latin letters, and what it sounds like.
 */
public final class NameValue extends Value {
    private final Letters letters;
    private final Letters latin;
    private final char[][] words;
    private final long[] nicknameGroups;
    private final long[] sounds;

    /**
     * @param folded         folded name, words parted by spaces
     * @param nicknameGroups hashes of the groups of forms of one name it belongs to
     */
    NameValue(final String folded, final long[] nicknameGroups) {
        this(folded, folded.replace(" ", ""), nicknameGroups);
    }

    private NameValue(final String folded, final String letters, final long[] nicknameGroups) {
        super(Hash.of(letters));
        this.letters = new Letters(letters);
        this.nicknameGroups = nicknameGroups;
        final boolean han = letters.chars().anyMatch(character -> Fold.isHan((char) character));
        final String reading = han ? HanReading.of(letters) : letters;
        this.latin = han ? new Letters(reading) : this.letters;
        final String[] parts = folded.split(" ");
        this.words = new char[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            words[i] = parts[i].toCharArray();
        }

        this.sounds = han || parts.length == 1 ? new long[] {Phonetic.code(reading)} : sounds(parts);
    }

    private static long[] sounds(final String[] words) {
        final long[] sounds = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            sounds[i] = Phonetic.code(words[i]);
        }

        return sounds;
    }

    /** @return letters without spaces, as written */
    public Letters letters() {
        return letters;
    }

    /** @return letters in the Latin alphabet: the pinyin without tones of a Han name, otherwise {@link #letters()} */
    public Letters latin() {
        return latin;
    }

    public boolean isHan() {
        return latin != letters;
    }

    /** @return the words of the name, as written */
    public char[][] words() {
        return words;
    }

    /** @return a phonetic hash for each word */
    public long[] sounds() {
        return sounds;
    }

    /** @return whether both are forms of one name, such as Robert and Bob */
    public boolean sharesNickname(final NameValue other) {
        for (final long group : nicknameGroups) {
            for (final long otherGroup : other.nicknameGroups) {
                if (group == otherGroup) {
                    return true;
                }
            }
        }

        return false;
    }

    @Override
    public String toString() {
        return letters.toString();
    }
}
