package org.nificrm.matching.prepare;

/**
 * 64-bit hashes that are the same on every machine and in every run.
 */
public final class Hash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash() {
    }

    /** FNV-1a over the characters, finished by {@link #mix(long)}. */
    public static long of(final char[] characters) {
        return of(characters, 0, characters.length);
    }

    /** Hash of part of an array. */
    public static long of(final char[] characters, final int start, final int end) {
        long hash = FNV_OFFSET;
        for (int i = start; i < end; i++) {
            hash = (hash ^ characters[i]) * FNV_PRIME;
        }

        return mix(hash);
    }

    /** Hash of a text. */
    public static long of(final CharSequence text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }

        return mix(hash);
    }

    /** Hash of a pair in this order. */
    public static long combine(final long first, final long second) {
        return mix(first * 0x9e3779b97f4a7c15L + Long.rotateLeft(second, 31));
    }

    /** Finalizer of MurmurHash3 (Austin Appleby, public domain): every bit of the input reaches every bit of the output. */
    public static long mix(final long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
