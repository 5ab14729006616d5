package org.nificrm.values.text;

/**
 * The characters beyond ASCII in bytes that are valid UTF-8.
 *
 * @param count how many there are
 * @param longest bytes of the longest
 */
record Utf8Sequences(int count, int longest) {

    /** Counts the sequences; null if the bytes are no valid UTF-8 (RFC 3629). */
    static Utf8Sequences of(final byte[] bytes) {
        int count = 0;
        int longest = 0;
        int i = 0;
        while (i < bytes.length) {
            final int length = length(bytes[i] & 0xFF);
            if (length == 0 || i + length > bytes.length) {
                return null;
            }

            for (int k = 1; k < length; k++) {
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return null;
                }
            }

            if (length > 1) {
                count++;
                longest = Math.max(longest, length);
            }

            i += length;
        }

        return new Utf8Sequences(count, longest);
    }

    /**
     * Sets back to A0 the blanks inside sequences: that byte reads as a no-break space, which many systems write as a blank.
     * Not after C3, where the blank of the text itself may have gone: "voil\u00C3 le" is "voil\u00E0 le".
     *
     * @return how many there were
     */
    static int restoreBlanks(final byte[] bytes) {
        int restored = 0;
        for (int i = 0; i < bytes.length; i++) {
            final int lead = bytes[i] & 0xFF;
            final int end = Math.min(i + length(lead), bytes.length);
            for (int k = i + 1; k < end && lead != 0xC3; k++) {
                if (bytes[k] == ' ') {
                    bytes[k] = (byte) 0xA0;
                    restored++;
                }
            }
        }

        return restored;
    }

    /** One sequence of two bytes can be chance. */
    boolean isShort() {
        return count == 1 && longest == 2;
    }

    private static int length(final int lead) {
        if (lead < 0x80) {
            return 1;
        }

        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }

        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
}
