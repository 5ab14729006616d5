package org.nificrm.samples;

/** The ways people write a telephone number down. */
final class PhoneSpelling {

    private PhoneSpelling() {
    }

    static String spell(final PhoneNumber phone, final Dice dice) {
        final String international = "+" + phone.culture().callingCode();

        return switch (dice.below(6)) {
            case 0 -> phone.e164();
            case 1 -> international + " " + grouped(phone, " ");
            case 2 -> "00" + phone.culture().callingCode() + phone.national();
            case 3 -> domestic(phone, "-");
            case 4 -> domestic(phone, " ");
            default -> domestic(phone, "");
        };
    }

    /** As people write it within their own country, trunk prefix included. */
    private static String domestic(final PhoneNumber phone, final String separator) {
        return switch (phone.culture()) {
            case AMERICAN -> separator.equals(" ") ? "(%s) %s-%s".formatted(part(phone, 0, 3), part(phone, 3, 6), part(phone, 6, 10)) : grouped(phone, separator);
            case SPANISH -> grouped(phone, separator);
            case CHINESE -> phone.mobile() ? grouped(phone, separator) : "0" + grouped(phone, "-");
            case BRITISH, GERMAN, FRENCH -> "0" + grouped(phone, separator);
        };
    }

    private static String grouped(final PhoneNumber phone, final String separator) {
        final int area = switch (phone.culture()) {
            case CHINESE -> phone.mobile() ? 3 : phone.national().length() - 8;
            case AMERICAN, SPANISH -> 3;
            case BRITISH -> 4;
            case GERMAN -> phone.mobile() ? 3 : phone.national().length() - 8;
            case FRENCH -> 1;
        };
        final String rest = phone.national().substring(area);
        final int middle = rest.length() / 2;

        return String.join(separator, phone.national().substring(0, area), rest.substring(0, middle), rest.substring(middle));
    }

    private static String part(final PhoneNumber phone, final int from, final int to) {
        return phone.national().substring(from, to);
    }
}
