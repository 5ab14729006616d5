package org.nificrm.samples;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people choose them. */
final class Emails {

    private static final Pattern NOT_LOCAL_PART = Pattern.compile("[^a-z0-9]");

    private Emails() {
    }

    static String ofPerson(final Culture culture, final String givenName, final String familyName, final Dice dice) {
        final String given = localPart(givenName);
        final String family = localPart(familyName);
        final String number = dice.fill("##");

        return switch (culture) {
            case CHINESE -> dice.oneOf(family + given + number, given + family + dice.fill("###"), dice.fill("N########"))
                    + "@" + dice.oneOf("qq.com", "163.com", "126.com", "sina.com", "foxmail.com");
            case AMERICAN, BRITISH -> western(given, family, number, dice) + "@" + dice.oneOf("gmail.com", "yahoo.com", "hotmail.com", "outlook.com");
            case GERMAN -> western(given, family, number, dice) + "@" + dice.oneOf("gmx.de", "web.de", "t-online.de", "gmail.com");
            case FRENCH -> western(given, family, number, dice) + "@" + dice.oneOf("orange.fr", "free.fr", "laposte.net", "gmail.com");
            case SPANISH -> western(given, family, number, dice) + "@" + dice.oneOf("gmail.com", "hotmail.es", "yahoo.es");
        };
    }

    static String ofCompany(final Culture culture, final String brand, final Dice dice) {
        final String domain = localPart(brand) + switch (culture) {
            case AMERICAN -> ".com";
            case BRITISH -> ".co.uk";
            case GERMAN -> ".de";
            case FRENCH -> ".fr";
            case SPANISH -> ".es";
            case CHINESE -> ".com.cn";
        };

        return dice.oneOf("info", "sales", "office", "contact", "service") + "@" + domain;
    }

    private static String western(final String given, final String family, final String number, final Dice dice) {
        return dice.oneOf(given + "." + family, given + "." + family + number, given.charAt(0) + family + number, given + number, family + "." + given);
    }

    /** The word in plain lower-case Latin letters. */
    private static String localPart(final String word) {
        final String latin = Words.latinSpelling(word).toLowerCase(Locale.ROOT).replace("ß", "ss");

        return NOT_LOCAL_PART.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    }
}
