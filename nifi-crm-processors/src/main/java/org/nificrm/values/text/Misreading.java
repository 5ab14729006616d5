package org.nificrm.values.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One way in which bytes are read wrongly: written in one character set, read in another. */
final class Misreading {

    /** From the most to the least frequent. Sets that a Java runtime does not have are left out. */
    static final List<Misreading> ALL = all();

    /** Before it stand the alphabets, behind it kana, Han and Hangul. */
    private static final int FIRST_EAST_ASIAN = 0x2E80;
    private static final int FIRST_COMMON_HAN = 0xB0A1;
    private static final int LAST_COMMON_HAN = 0xD7F9;
    private static final int FEWEST_HAN = 2;
    /** A pair of Han characters is one of another script and an ASCII letter by chance. */
    private static final int FEWEST_IN_HAN = 2;
    /** A pair of Han characters is two letters of another alphabet by chance, four in a row hardly are. */
    private static final int FEWEST_LETTERS_IN_HAN = 4;
    /** Sequences that a text must have for each one in which a blank stands for a byte. */
    private static final int SEQUENCES_PER_RESTORED = 3;

    private final Charset written;
    private final Charset read;
    private final Map<Character, Byte> singleBytes;

    private Misreading(final Charset written, final Charset read) {
        this.written = written;
        this.read = read;
        this.singleBytes = read.newEncoder().maxBytesPerChar() == 1.0f ? singleBytes(read) : null;
    }

    private static List<Misreading> all() {
        final List<Misreading> misreadings = new ArrayList<>();
        for (final String read : List.of("windows-1252", "ISO-8859-1", "windows-1251", "windows-1250", "ISO-8859-2", "windows-1254", "windows-1257", "windows-1253", "x-MacRoman",
                "IBM437", "IBM850", "KOI8-R", "GBK")) {
            add(misreadings, "UTF-8", read);
        }

        add(misreadings, "GBK", "ISO-8859-1");
        add(misreadings, "GBK", "windows-1252");
        add(misreadings, "windows-1251", "ISO-8859-1");
        add(misreadings, "windows-1251", "windows-1252");
        add(misreadings, "KOI8-R", "windows-1251");
        add(misreadings, "windows-1251", "KOI8-R");
        return List.copyOf(misreadings);
    }

    private static void add(final List<Misreading> misreadings, final String written, final String read) {
        if (Charset.isSupported(written) && Charset.isSupported(read)) {
            misreadings.add(new Misreading(Charset.forName(written), Charset.forName(read)));
        }
    }

    /**
     * Takes the misreading back.
     *
     * @return the text as it was written; null if the text cannot come from this misreading
     */
    String undo(final String text) {
        final byte[] bytes = encode(text);
        if (bytes == null) {
            return null;
        }

        if (written == StandardCharsets.UTF_8) {
            return undoUtf8(text, bytes);
        }

        final boolean plausible = written.newEncoder().maxBytesPerChar() > 1.0f ? isCommonHan(bytes) : CyrillicWords.areAll(decode(bytes, text));
        return plausible ? decode(bytes, text) : null;
    }

    private String undoUtf8(final String text, final byte[] bytes) {
        final int blanksRestored = Utf8Sequences.restoreBlanks(bytes);
        final Utf8Sequences sequences = Utf8Sequences.of(bytes);
        if (sequences == null || sequences.count() == 0 || sequences.count() < SEQUENCES_PER_RESTORED * blanksRestored) {
            return null;
        }

        final String decoded = decode(bytes, text);
        if (decoded == null || sequences.isShort() && !isUsualCharacterInPlace(decoded)) {
            return null;
        }

        return singleBytes == null && mayBeHan(sequences, decoded) ? null : decoded;
    }

    /** Few Han characters fit the pattern of UTF-8 by chance. */
    private static boolean mayBeHan(final Utf8Sequences sequences, final String decoded) {
        return sequences.count() < FEWEST_IN_HAN || sequences.count() < FEWEST_LETTERS_IN_HAN && hasAlphabeticLetters(decoded);
    }

    private static boolean hasAlphabeticLetters(final String decoded) {
        return decoded.codePoints().anyMatch(c -> c > 0x7F && Character.isAlphabetic(c) && c < FIRST_EAST_ASIAN);
    }

    /** The only character beyond ASCII is a letter beside Latin letters, or a mark or sign of everyday text. */
    private static boolean isUsualCharacterInPlace(final String decoded) {
        for (int i = 0; i < decoded.length(); i++) {
            final char c = decoded.charAt(i);
            if (c > 0x7F) {
                return c == 'à' || (c < 0xC0 ? c >= 0xA0 : isUsualLetter(c) && (isLatinLetterAt(decoded, i - 1) || isLatinLetterAt(decoded, i + 1)));
            }
        }

        return false;
    }

    /** Latin-1, Latin Extended-A and the Romanian letters with a comma below. */
    private static boolean isUsualLetter(final char c) {
        return c <= 0x017F || c >= 0x0218 && c <= 0x021B;
    }

    private static boolean isLatinLetterAt(final String text, final int index) {
        return index >= 0 && index < text.length() && text.charAt(index) < 0x0180 && Character.isLetter(text.charAt(index));
    }

    /** Readers pass a byte that their character set does not define as the control character of the same number. */
    private static Map<Character, Byte> singleBytes(final Charset charset) {
        final Map<Character, Byte> bytes = new HashMap<>();
        for (int i = 0x80; i <= 0xFF; i++) {
            final char decoded = new String(new byte[] {(byte) i}, charset).charAt(0);
            bytes.put(decoded == '\uFFFD' ? (char) i : decoded, (byte) i);
        }

        return bytes;
    }

    private byte[] encode(final String text) {
        return singleBytes == null ? encodeMultiByte(text) : encodeSingleByte(text);
    }

    private byte[] encodeSingleByte(final String text) {
        final byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            final char c = text.charAt(i);
            final Byte encoded = c < 0x80 ? Byte.valueOf((byte) c) : singleBytes.get(c);
            if (encoded == null) {
                return null;
            }

            bytes[i] = encoded;
        }

        return bytes;
    }

    private byte[] encodeMultiByte(final String text) {
        try {
            final ByteBuffer encoded = read.newEncoder().encode(CharBuffer.wrap(text));
            final byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (final CharacterCodingException e) {
            return null;
        }
    }

    private String decode(final byte[] bytes, final String text) {
        try {
            final String decoded = written.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
            return decoded.equals(text) ? null : decoded;
        } catch (final CharacterCodingException e) {
            return null;
        }
    }

    /** All bytes beyond ASCII pair up to Han characters of the first level of GB 2312, the 3,755 common ones; two at least. */
    private static boolean isCommonHan(final byte[] bytes) {
        int characters = 0;
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }

            if (i + 1 == bytes.length) {
                return false;
            }

            final int code = (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
            if (code < FIRST_COMMON_HAN || code > LAST_COMMON_HAN || (code & 0xFF) < 0xA1) {
                return false;
            }

            characters++;
            i += 2;
        }

        return characters >= FEWEST_HAN;
    }
}
