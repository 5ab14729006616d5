package org.nificrm.samples;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import static org.nificrm.samples.LabelledColumn.BIRTH_DATE;
import static org.nificrm.samples.LabelledColumn.CATEGORY;
import static org.nificrm.samples.LabelledColumn.CITY;
import static org.nificrm.samples.LabelledColumn.COMPANY;
import static org.nificrm.samples.LabelledColumn.COUNTRY;
import static org.nificrm.samples.LabelledColumn.EMAIL;
import static org.nificrm.samples.LabelledColumn.FULL_NAME;
import static org.nificrm.samples.LabelledColumn.GIVEN_NAME;
import static org.nificrm.samples.LabelledColumn.NATIONAL_ID;
import static org.nificrm.samples.LabelledColumn.PHONE;
import static org.nificrm.samples.LabelledColumn.POSTAL_CODE;
import static org.nificrm.samples.LabelledColumn.SOURCE;
import static org.nificrm.samples.LabelledColumn.STREET;
import static org.nificrm.samples.LabelledColumn.SURNAME;
import static org.nificrm.samples.LabelledColumn.TAX_ID;
import static org.nificrm.samples.LabelledColumn.WEB_DOMAIN;

/**
 * The kinds of labelled sets: which columns they have, how alike their customers are, and how much their records suffered.
 */
public enum LabelledKind {
    /** Persons with all that a CRM knows of them, a few records each. */
    PERSONS(Wear.LIGHT, 0.2, 0.6, EnumSet.of(GIVEN_NAME, SURNAME, BIRTH_DATE, NATIONAL_ID, EMAIL, PHONE, STREET, CITY, POSTAL_CODE)),
    /** Persons of whom much is missing, mistyped or out of date. */
    HARD_PERSONS(Wear.HEAVY, 0.3, 0.6, EnumSet.of(GIVEN_NAME, SURNAME, BIRTH_DATE, EMAIL, PHONE, STREET, CITY, POSTAL_CODE)),
    /** Families at one address, with twins, seniors and juniors, and shared telephones. */
    HOUSEHOLDS(Wear.MEDIUM, 0.9, 0.45, EnumSet.of(GIVEN_NAME, SURNAME, BIRTH_DATE, EMAIL, PHONE, STREET, CITY, POSTAL_CODE)),
    /** The same without a date of birth. */
    UNDATED_PERSONS(Wear.MEDIUM, 0.5, 0.45, EnumSet.of(GIVEN_NAME, SURNAME, EMAIL, PHONE, STREET, CITY, POSTAL_CODE, COUNTRY)),
    /** Little more than a name. */
    CONTACTS(Wear.MEDIUM, 0.1, 0.6, EnumSet.of(FULL_NAME, CITY, EMAIL, PHONE)),
    /** Companies with sisters, branches and holdings. */
    COMPANIES(Wear.MEDIUM, 0.35, 0.45, EnumSet.of(COMPANY, TAX_ID, PHONE, STREET, CITY, POSTAL_CODE, COUNTRY, WEB_DOMAIN)),
    /** Companies by name, address and kind of business alone, from two directories, each of which lists a company once. */
    DIRECTORIES(Wear.MEDIUM, 0.2, 0.15, EnumSet.of(SOURCE, COMPANY, PHONE, STREET, CITY, CATEGORY)),
    /** Persons from two systems that each know a person once, one with the name in two fields, one in a single field. */
    TWO_SOURCES(Wear.MEDIUM, 0.3, 0.25,
            EnumSet.of(SOURCE, FULL_NAME, GIVEN_NAME, SURNAME, BIRTH_DATE, EMAIL, PHONE, STREET, CITY, POSTAL_CODE));

    private final Wear wear;
    private final double groups;
    private final double repeated;
    private final Set<LabelledColumn> columns;

    LabelledKind(final Wear wear, final double groups, final double repeated, final Set<LabelledColumn> columns) {
        this.wear = wear;
        this.groups = groups;
        this.repeated = repeated;
        this.columns = columns;
    }

    /** @return the kind of this name, for example {@code hard-persons} */
    public static LabelledKind of(final String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("Kind '%s' is not known; use one of %s".formatted(key, keys())));
    }

    /** @return all names, for messages */
    public static String keys() {
        return Arrays.stream(values()).map(LabelledKind::key).collect(Collectors.joining(", "));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Set<LabelledColumn> columns() {
        return columns;
    }

    boolean isOfCompanies() {
        return columns.contains(COMPANY);
    }

    boolean hasTwoSources() {
        return columns.contains(SOURCE);
    }

    Wear wear() {
        return wear;
    }

    /** Share of customers that come with others they are easily taken for. */
    double groups() {
        return groups;
    }

    /** Share of customers with more than one record. */
    double repeated() {
        return repeated;
    }

    /**
     * How much a record suffered on its way.
     *
     * @param error    share of texts with a slip of the finger, of the eye or of the ear
     * @param missing  share of texts that are not there
     * @param former   share of records from before the customer moved
     * @param written  share of names in another form: nickname, initial, swapped, in Latin letters, abbreviated
     * @param filler   share of e-mail addresses and numbers that stand for a missing one
     */
    record Wear(double error, double missing, double former, double written, double filler) {
        private static final Wear LIGHT = new Wear(0.06, 0.06, 0.03, 0.06, 0.01);
        private static final Wear MEDIUM = new Wear(0.12, 0.12, 0.08, 0.12, 0.03);
        private static final Wear HEAVY = new Wear(0.22, 0.22, 0.12, 0.20, 0.04);
    }
}
