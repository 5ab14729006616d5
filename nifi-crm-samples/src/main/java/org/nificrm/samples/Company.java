package org.nificrm.samples;

/**
 * @param name  legal name, form included
 * @param brand what its mail domain is made from, in Latin letters
 */
record Company(long id, Culture culture, String name, String brand, String taxId, Address address, PhoneNumber phone, String email) implements Customer {

    @Override
    public Company formerly(final Dice dice) {
        final Address formerAddress = culture.address(dice);

        return new Company(id, culture, name, brand, taxId, formerAddress, PhoneNumber.landline(culture, formerAddress.place(), dice), email);
    }
}
