package org.nificrm.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers of a sample, in groups that are hard to tell apart: a household shares family name, address and often the
 * telephone; sister companies share brand and mail domain.
 */
final class Population {

    private static final int LARGEST_GROUP = 8;
    private static final double COMPANY_SHARE = 0.15;
    private static final double CHINESE_SHARE = 0.45;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1945, 1, 1);
    private static final int BIRTH_DAYS = 365 * 60;
    private static final List<String> WESTERN_BRANDS = Words.read("western-brand");
    private static final List<String> WESTERN_SECTORS = Words.read("western-sector");
    private static final List<String> CHINESE_BRANDS = Words.read("chinese-brand");
    private static final List<String> CHINESE_SECTORS = Words.read("chinese-sector");

    private final long seed;

    Population(final long seed) {
        this.seed = seed;
    }

    /** The group at a place in the endless sequence of groups. */
    List<Customer> group(final long index) {
        final Dice dice = Dice.of(seed, index);
        final Culture culture = dice.chance(CHINESE_SHARE) ? Culture.CHINESE : dice.pick(Culture.WESTERN);
        final long firstId = index * LARGEST_GROUP;

        return dice.chance(COMPANY_SHARE) ? sisterCompanies(firstId, culture, dice) : household(firstId, culture, dice);
    }

    private static List<Customer> household(final long firstId, final Culture culture, final Dice dice) {
        final int members = dice.chance(0.7) ? 1 : dice.between(2, 4);
        final String familyName = dice.pick(culture.familyNames());
        final Address address = culture.address(dice);
        final PhoneNumber sharedPhone = PhoneNumber.landline(culture, address.place(), dice);
        final List<Customer> household = new ArrayList<>(members);
        for (int member = 0; member < members; member++) {
            // Spouses in China keep their own family name.
            final String name = member == 1 && culture == Culture.CHINESE ? dice.pick(culture.familyNames()) : familyName;
            final PhoneNumber phone = dice.chance(0.25) ? sharedPhone : PhoneNumber.mobile(culture, address.place(), dice);
            household.add(person(firstId + member, culture, name, address, phone, dice));
        }

        return household;
    }

    private static Person person(final long id, final Culture culture, final String familyName, final Address address, final PhoneNumber phone,
                                 final Dice dice) {
        final Gender gender = dice.oneOf(Gender.values());
        final String givenName = givenName(culture, gender, dice);
        final LocalDate birthDate = EARLIEST_BIRTH.plusDays(dice.below(BIRTH_DAYS));
        final String nationalId = culture == Culture.CHINESE && dice.chance(0.6) ? Identifiers.residentId(address.place(), birthDate, gender, dice) : null;
        final String email = Emails.ofPerson(culture, givenName, familyName, dice);

        return new Person(id, culture, givenName, familyName, gender, birthDate, nationalId, address, phone, email);
    }

    private static String givenName(final Culture culture, final Gender gender, final Dice dice) {
        final List<String> names = culture.givenNames(gender);
        final String first = dice.pick(names);
        if (culture != Culture.CHINESE || dice.chance(0.25)) {
            return first;
        }

        final String second = dice.pick(names);

        return Words.nativeSpelling(first) + Words.nativeSpelling(second) + ":" + Words.latinSpelling(first) + Words.latinSpelling(second);
    }

    private static List<Customer> sisterCompanies(final long firstId, final Culture culture, final Dice dice) {
        final int members = dice.chance(0.75) ? 1 : dice.between(2, 3);
        final String brand = brand(culture, dice);
        final List<Customer> companies = new ArrayList<>(members);
        for (int member = 0; member < members; member++) {
            companies.add(company(firstId + member, culture, brand, dice));
        }

        return companies;
    }

    /** A Western brand is often a founder's name beside a made word: a list of words alone would repeat itself. */
    private static String brand(final Culture culture, final Dice dice) {
        if (culture == Culture.CHINESE) {
            final String first = dice.pick(CHINESE_BRANDS);
            final String second = dice.pick(CHINESE_BRANDS);
            return dice.chance(0.5) ? first : Words.nativeSpelling(first) + Words.nativeSpelling(second) + ":" + Words.latinSpelling(first) + Words.latinSpelling(second);
        }

        final String word = dice.pick(WESTERN_BRANDS);

        return dice.chance(0.4) ? word : dice.pick(culture.familyNames()) + " " + word;
    }

    private static Company company(final long id, final Culture culture, final String brand, final Dice dice) {
        final Address address = culture.address(dice);
        final PhoneNumber phone = PhoneNumber.landline(culture, address.place(), dice);
        final String name = companyName(culture, brand, address, dice);
        final String taxId = switch (culture) {
            case CHINESE -> Identifiers.creditCode(address.place(), dice);
            case AMERICAN -> dice.fill("N#-#######");
            case BRITISH -> "GB" + dice.fill("#########");
            case GERMAN -> Identifiers.germanVatNumber(dice);
            case FRENCH -> "FR" + dice.fill("###########");
            case SPANISH -> "ESB" + dice.fill("########");
        };

        return new Company(id, culture, name, Words.latinSpelling(brand), taxId, address, phone, Emails.ofCompany(culture, brand, dice));
    }

    private static String companyName(final Culture culture, final String brand, final Address address, final Dice dice) {
        if (culture == Culture.CHINESE) {
            final String city = address.place().city().replace("市", "");
            return city + Words.nativeSpelling(brand) + dice.pick(CHINESE_SECTORS) + dice.oneOf("有限公司", "有限公司", "股份有限公司", "有限责任公司");
        }

        final String form = switch (culture) {
            case AMERICAN -> dice.oneOf("Inc.", "LLC", "Corp.");
            case BRITISH -> dice.oneOf("Ltd", "Limited", "plc");
            case GERMAN -> dice.oneOf("GmbH", "AG", "GmbH & Co. KG");
            case FRENCH -> dice.oneOf("SARL", "SAS", "SA");
            case SPANISH -> dice.oneOf("S.L.", "S.A.");
            case CHINESE -> throw new IllegalStateException("Chinese names are made above");
        };

        return brand + " " + dice.pick(WESTERN_SECTORS) + " " + form;
    }
}
