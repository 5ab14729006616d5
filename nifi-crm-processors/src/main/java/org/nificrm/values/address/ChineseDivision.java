package org.nificrm.values.address;

/**
 * A division of China: province, prefecture or county.
 *
 * @param code six digits of GB/T 2260
 * @param name the full name
 * @param former whether the division was given up
 */
public record ChineseDivision(String code, String name, boolean former) {
    private static final String WHOLE_PROVINCE = "0000";
    private static final String WHOLE_PREFECTURE = "00";

    public ChineseDivision {
        if (code.length() != 6) {
            throw new IllegalArgumentException("A division code has six digits");
        }
    }

    /**
     * The levels of the tree.
     */
    public enum Level {
        PROVINCE,
        PREFECTURE,
        COUNTY
    }

    /**
     * @return the level, which the zeros at the end of the code tell
     */
    public Level level() {
        if (code.endsWith(WHOLE_PROVINCE)) {
            return Level.PROVINCE;
        }

        return code.endsWith(WHOLE_PREFECTURE) ? Level.PREFECTURE : Level.COUNTY;
    }

    /**
     * @return whether the other division lies in this one
     */
    public boolean contains(final ChineseDivision other) {
        return switch (level()) {
            case PROVINCE -> other.level() != Level.PROVINCE && other.code.startsWith(code.substring(0, 2));
            case PREFECTURE -> other.level() == Level.COUNTY && other.code.startsWith(code.substring(0, 4));
            case COUNTY -> false;
        };
    }
}
