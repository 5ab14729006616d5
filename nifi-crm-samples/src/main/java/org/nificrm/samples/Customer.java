package org.nificrm.samples;

/** One customer as it truly is, whatever the legacy systems say about it. */
sealed interface Customer permits Person, Company {

    /** What rows about the same customer have in common. */
    long id();

    Culture culture();

    Address address();

    PhoneNumber phone();

    String email();

    /** The same customer before it moved: another address, telephone number and e-mail address. */
    Customer formerly(Dice dice);
}
