package org.nificrm.samples;

import java.time.LocalDate;

/**
 * @param givenName  with its Latin spelling after a colon where the script is another, as is the family name
 * @param nationalId GB 11643 number, or null
 */
record Person(long id, Culture culture, String givenName, String familyName, Gender gender, LocalDate birthDate, String nationalId, Address address,
              PhoneNumber phone, String email) implements Customer {

    @Override
    public Person formerly(final Dice dice) {
        final Address formerAddress = culture.address(dice);
        final PhoneNumber formerPhone = PhoneNumber.mobile(culture, formerAddress.place(), dice);
        final String formerEmail = Emails.ofPerson(culture, givenName, familyName, dice);

        return new Person(id, culture, givenName, familyName, gender, birthDate, nationalId, formerAddress, formerPhone, formerEmail);
    }
}
