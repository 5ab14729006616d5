package org.nificrm.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A person of a labelled set.
 *
 * @param suffix Sr or Jr where a namesake lives in the same house, otherwise empty
 * @param former the person before moving, marrying or changing the telephone
 */
record LabelledPerson(Person person, String suffix, Person former) implements LabelledCustomer {
    private static final Map<String, String> NICKNAMES =
            Words.read("english-nickname").stream().collect(Collectors.toMap(Words::nativeSpelling, Words::latinSpelling));
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1935, 1, 1);
    private static final int BIRTH_DAYS = 365 * 68;
    private static final int GENERATION_DAYS = 365 * 28;
    private static final double CHINESE_SHARE = 0.2;
    private static final List<String> NO_MAIL = List.of("n/a@n/a.com", "none@example.com", "noemail@example.com");
    private static final String NO_PHONE = "+1 555 010 0100";

    /** A household, or a person alone. */
    static List<LabelledCustomer> group(final double groups, final Dice dice) {
        final Culture culture = dice.chance(CHINESE_SHARE) ? Culture.CHINESE : dice.pick(Culture.WESTERN);
        final int members = dice.chance(groups) ? dice.between(2, 5) : 1;
        final String familyName = NameSupply.familyName(culture, dice);
        final Address address = culture.address(dice);
        final PhoneNumber landline = PhoneNumber.landline(culture, address.place(), dice);
        final List<Person> household = new ArrayList<>();
        final List<LabelledCustomer> customers = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            final Person parent = household.isEmpty() ? null : household.getFirst();
            final boolean namesake = member == 2 && culture != Culture.CHINESE && dice.chance(0.2);
            final boolean twin = member == 3 && dice.chance(0.25);
            final Gender gender = namesake ? parent.gender() : dice.oneOf(Gender.values());
            final String name = member == 1 && culture == Culture.CHINESE ? NameSupply.familyName(culture, dice) : familyName;
            final String given = namesake ? parent.givenName() : NameSupply.givenName(culture, gender, dice);
            final LocalDate born = twin ? household.getLast().birthDate() : birthDate(parent, member, dice);
            final PhoneNumber phone = members > 1 && dice.chance(0.35) ? landline : PhoneNumber.mobile(culture, address.place(), dice);
            final String nationalId = culture == Culture.CHINESE ? Identifiers.residentId(address.place(), born, gender, dice)
                    : dice.fill("N## ## ####");
            final Person person = new Person(member, culture, given, name, gender, born, nationalId, address, phone,
                    member > 0 && dice.chance(0.1) ? parent.email() : Emails.ofPerson(culture, given, name, dice));
            household.add(person);
            final Person moved = person.formerly(dice);
            final boolean married = gender == Gender.FEMALE && culture != Culture.CHINESE && dice.chance(0.4);
            final Person former = married ? renamed(moved, NameSupply.familyName(culture, dice)) : moved;
            customers.add(new LabelledPerson(person, namesake ? "Jr" : "", former));
        }

        return customers;
    }

    private static LocalDate birthDate(final Person parent, final int member, final Dice dice) {
        if (parent == null) {
            return EARLIEST_BIRTH.plusDays(dice.below(BIRTH_DAYS));
        }

        final int years = member == 1 ? 0 : GENERATION_DAYS;
        return parent.birthDate().plusDays(years + dice.between(-2_500, 2_500));
    }

    private static Person renamed(final Person person, final String familyName) {
        return new Person(person.id(), person.culture(), person.givenName(), familyName, person.gender(), person.birthDate(),
                person.nationalId(), person.address(), person.phone(), person.email());
    }

    @Override
    public void write(final Transcript record, final int source) {
        final Dice dice = record.dice();
        final Person known = dice.chance(record.wear().former()) ? former : person;
        writeName(known, record, source == 1 || !record.has(LabelledColumn.GIVEN_NAME));
        record.write(LabelledColumn.BIRTH_DATE, birthDate(known, source, record));
        if (dice.chance(0.5)) {
            record.write(LabelledColumn.NATIONAL_ID, record.digits(known.nationalId()));
        }

        record.write(LabelledColumn.EMAIL, record.orFiller(record.words(known.email()), dice.pick(NO_MAIL)));
        record.write(LabelledColumn.PHONE, record.orFiller(record.digits(PhoneSpelling.spell(known.phone(), dice)), NO_PHONE));
        AddressSpelling.write(known.culture(), known.address(), record);
    }

    private void writeName(final Person known, final Transcript record, final boolean whole) {
        final Dice dice = record.dice();
        final boolean han = known.culture() == Culture.CHINESE && !record.otherForm();
        String given = spelled(known.givenName(), han);
        if (known.culture() != Culture.CHINESE && record.otherForm()) {
            given = dice.chance(0.3) ? given.substring(0, 1) : NICKNAMES.getOrDefault(given, given);
        }

        given = record.words(given);
        final String family = record.words(spelled(known.familyName(), han)) + (suffix.isEmpty() || dice.chance(0.3) ? "" : " " + suffix);
        final boolean other = record.otherForm();
        if (whole) {
            record.keep(LabelledColumn.FULL_NAME, han ? family + given : other ? family + ", " + given : given + " " + family);
        } else {
            final boolean swapped = other && dice.chance(0.5);
            record.write(LabelledColumn.GIVEN_NAME, swapped ? family : given);
            record.write(LabelledColumn.SURNAME, swapped ? given : family);
        }
    }

    private static String spelled(final String name, final boolean han) {
        final String latin = Words.latinSpelling(name);
        return han ? Words.nativeSpelling(name) : Character.toUpperCase(latin.charAt(0)) + latin.substring(1);
    }

    private static String birthDate(final Person known, final int source, final Transcript record) {
        final LocalDate born = known.birthDate();
        final boolean swapped = record.dice().chance(record.wear().error() / 3) && born.getDayOfMonth() <= 12;
        final LocalDate written = swapped ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()) : born;
        return record.digits(written.format(source == 1 ? DateTimeFormatter.BASIC_ISO_DATE : DateTimeFormatter.ISO_LOCAL_DATE));
    }
}
