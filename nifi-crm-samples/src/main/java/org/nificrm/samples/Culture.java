package org.nificrm.samples;

import java.util.List;

/** Where a customer lives and how names, streets and telephone numbers look there. */
enum Culture {
    AMERICAN("US", "1", "english", "%3$d %2$s", "##"),
    BRITISH("GB", "44", "english", "%3$d %2$s", " N@@"),
    GERMAN("DE", "49", "german", "%2$s %3$d", "##"),
    FRENCH("FR", "33", "french", "%3$d %2$s", "##"),
    SPANISH("ES", "34", "spanish", "%2$s, %3$d", "##"),
    CHINESE("CN", "86", "chinese", "%1$s%2$s%3$d号", "##");

    static final List<Culture> WESTERN = List.of(AMERICAN, BRITISH, GERMAN, FRENCH, SPANISH);

    private final String countryCode;
    private final String callingCode;
    private final String streetFormat;
    private final String postalSuffix;
    private final List<String> femaleNames;
    private final List<String> maleNames;
    private final List<String> familyNames;
    private final List<String> streets;
    private final List<Place> places;

    Culture(final String countryCode, final String callingCode, final String language, final String streetFormat, final String postalSuffix) {
        this.countryCode = countryCode;
        this.callingCode = callingCode;
        this.streetFormat = streetFormat;
        this.postalSuffix = postalSuffix;
        this.femaleNames = Words.read(language + "-female");
        this.maleNames = Words.read(language + "-male");
        this.familyNames = Words.read(language + "-family");
        this.streets = Words.read(language + "-street");
        this.places = Words.readTable("places").stream().filter(columns -> columns[0].equals(name())).map(Place::of).toList();
    }

    /** ISO 3166-1 alpha-2. */
    String countryCode() {
        return countryCode;
    }

    String callingCode() {
        return callingCode;
    }

    List<String> givenNames(final Gender gender) {
        return gender == Gender.FEMALE ? femaleNames : maleNames;
    }

    List<String> familyNames() {
        return familyNames;
    }

    Address address(final Dice dice) {
        final Place place = dice.pick(places);
        final String line = streetFormat.formatted(place.city(), dice.pick(streets), dice.between(1, 280));

        return new Address(line, place, place.postalPrefix() + dice.fill(postalSuffix));
    }
}
