package org.nificrm.samples;

/**
 * A telephone number before anyone has spelled it.
 *
 * @param national national significant number, digits only
 */
record PhoneNumber(Culture culture, String national, boolean mobile) {

    static PhoneNumber mobile(final Culture culture, final Place place, final Dice dice) {
        final String pattern = switch (culture) {
            case AMERICAN -> place.areaCode() + "N######";
            case BRITISH -> "74########";
            case GERMAN -> "151########";
            case FRENCH -> "6########";
            case SPANISH -> "61#######";
            case CHINESE -> dice.oneOf("138", "139", "136", "150", "159", "186", "187", "189") + "########";
        };

        return new PhoneNumber(culture, dice.fill(pattern), true);
    }

    static PhoneNumber landline(final Culture culture, final Place place, final Dice dice) {
        final String area = place.areaCode();
        final String pattern = switch (culture) {
            case AMERICAN -> "N######";
            case BRITISH -> area.length() == 2 ? "79######" : "496####";
            case GERMAN -> "N#######";
            case FRENCH -> "N#######";
            case SPANISH -> "N######";
            case CHINESE -> area.length() == 2 ? "6#######" : "8#######";
        };

        return new PhoneNumber(culture, area + dice.fill(pattern), false);
    }

    String e164() {
        return "+" + culture.callingCode() + national;
    }
}
