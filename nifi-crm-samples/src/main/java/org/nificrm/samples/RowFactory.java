package org.nificrm.samples;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the legacy systems know about one customer: one row or several that disagree. */
final class RowFactory {
    /** More characters than the CRM's column for cities has. */
    private static final int OVERLONG = 120;

    private static final Instant FIRST_CHANGE = Instant.parse("2019-01-01T00:00:00Z");
    private static final int CHANGE_SECONDS = (int) Duration.ofDays(6 * 365).toSeconds();
    private static final int FORMER_SECONDS = (int) Duration.ofDays(300).toSeconds();
    private static final double FLAW_CHANCE = 0.012;
    private static final double SUPERSEDED_CHANCE = 0.01;

    private final long seed;
    private final boolean former;

    /** @param former describe everything as it was a year before */
    RowFactory(final long seed, final boolean former) {
        this.seed = seed;
        this.former = former;
    }

    /**
     * The rows about one customer; the caller numbers them.
     *
     * @param firstKey number from which on as many as there are rows are free to serve as keys
     */
    List<CustomerRow> rows(final Customer customer, final long firstKey) {
        final Dice dice = Dice.of(seed, ~customer.id());
        final int copies = dice.chance(0.62) ? 1 : dice.chance(0.7) ? 2 : dice.between(3, 5);
        final List<CustomerRow> rows = new ArrayList<>(copies);
        for (int copy = 0; copy < copies; copy++) {
            addVersions(rows, customer, firstKey, copy, dice);
        }

        return rows;
    }

    private void addVersions(final List<CustomerRow> rows, final Customer customer, final long firstKey, final int copy, final Dice dice) {
        final LegacySystem system = system(customer, dice);
        final Instant updatedAt = FIRST_CHANGE.plusSeconds(dice.below(CHANGE_SECONDS));
        final boolean moved = copy > 0 && dice.chance(0.12);
        final Customer known = moved ? customer.formerly(dice) : customer;
        final String sourceId = system.key(firstKey + copy);
        final Flaw flaw = flaw(system, customer, dice);
        final CustomerRow row = row(known, system, sourceId, updatedAt, flaw, copy > 0, dice);
        if (system != LegacySystem.OLD_CRM && flaw == Flaw.NONE && dice.chance(SUPERSEDED_CHANCE)) {
            final Instant before = updatedAt.minusSeconds(dice.between(1, FORMER_SECONDS));
            final CustomerRow older = row(customer.formerly(dice), system, sourceId, before, Flaw.NONE, false, dice);
            rows.add(new CustomerRow(older.index(), older.customerId(), system, sourceId, older.values(), older.updatedAt(), true, Flaw.NONE, List.of()));
        }

        rows.add(row);
    }

    private static LegacySystem system(final Customer customer, final Dice dice) {
        final boolean person = customer instanceof Person;
        if (customer.culture() == Culture.CHINESE) {
            return dice.chance(0.5) ? LegacySystem.CHINESE_ERP : person && dice.chance(0.35) ? LegacySystem.OLD_CRM : LegacySystem.OFFICE;
        }

        return dice.chance(0.6) ? LegacySystem.WESTERN_CRM : person && dice.chance(0.8) ? LegacySystem.OLD_CRM : LegacySystem.OFFICE;
    }

    private static Flaw flaw(final LegacySystem system, final Customer customer, final Dice dice) {
        if (!dice.chance(FLAW_CHANCE)) {
            return Flaw.NONE;
        }

        return switch (system) {
            case WESTERN_CRM, CHINESE_ERP, OFFICE -> customer instanceof Person
                    ? dice.oneOf(Flaw.MISSING_KEY, Flaw.UNKNOWN_STATUS, Flaw.IMPOSSIBLE_DATE, Flaw.OVERLONG_CITY)
                    : dice.oneOf(Flaw.MISSING_KEY, Flaw.UNKNOWN_STATUS, Flaw.OVERLONG_CITY);
            case OLD_CRM -> dice.oneOf(Flaw.UNKNOWN_STATUS, Flaw.OVERLONG_CITY);
        };
    }

    private CustomerRow row(final Customer customer, final LegacySystem system, final String sourceId, final Instant updatedAt, final Flaw flaw,
                            final boolean duplicate, final Dice dice) {
        final Instant changed = former ? updatedAt.minus(Duration.ofDays(365)) : updatedAt;
        final Map<String, String> values = new LinkedHashMap<>();
        values.put(Field.SOURCE_SYSTEM, system.code());
        values.put(Field.SOURCE_ID, sourceId);
        switch (customer) {
            case Person person -> describe(person, system, flaw, duplicate, values, dice);
            case Company company -> describe(company, duplicate, values, dice);
        }

        describeContact(customer, system, flaw, values, dice);
        values.put(Field.STATUS, dice.chance(0.9) ? "active" : dice.oneOf("inactive", "closed"));
        values.put(Field.UPDATED_AT, changed.toString());
        final List<OrderRow> orders = system == LegacySystem.CHINESE_ERP && flaw != Flaw.MISSING_KEY ? Orders.of(sourceId, changed, dice) : List.of();

        return new CustomerRow(0, customer.id(), system, sourceId, values, changed, false, flaw, orders);
    }

    private static void describe(final Person person, final LegacySystem system, final Flaw flaw, final boolean duplicate,
                                 final Map<String, String> values, final Dice dice) {
        final boolean latin = system == LegacySystem.WESTERN_CRM || system == LegacySystem.OLD_CRM && dice.chance(0.3);
        final NameSpelling name = NameSpelling.of(person, latin, duplicate && dice.chance(0.15), dice);
        values.put(Field.CUSTOMER_TYPE, Field.PERSON);
        if (system != LegacySystem.OFFICE) {
            values.put(Field.FULL_NAME, name.full());
        }

        values.put(Field.FIRST_NAME, name.firstName());
        values.put(Field.LAST_NAME, name.lastName());
        if (system == LegacySystem.OLD_CRM) {
            return;
        }

        if (flaw == Flaw.IMPOSSIBLE_DATE || dice.chance(0.75)) {
            values.put(Field.BIRTH_DATE, person.birthDate().toString());
        }

        if (dice.chance(0.9)) {
            values.put(Field.GENDER, person.gender().name().toLowerCase(Locale.ROOT));
        }

        if (person.nationalId() != null && dice.chance(0.6)) {
            values.put(Field.NATIONAL_ID, person.nationalId());
        }
    }

    private static void describe(final Company company, final boolean duplicate, final Map<String, String> values, final Dice dice) {
        final boolean mistyped = duplicate && dice.chance(0.12);
        values.put(Field.CUSTOMER_TYPE, Field.ORGANIZATION);
        values.put(Field.COMPANY_NAME, mistyped ? Corruption.typo(company.name(), dice) : company.name());
        if (dice.chance(0.7)) {
            values.put(Field.TAX_ID, company.taxId());
        }
    }

    private void describeContact(final Customer customer, final LegacySystem system, final Flaw flaw, final Map<String, String> values, final Dice dice) {
        if (dice.chance(0.85)) {
            final String email = dice.chance(0.06) ? Corruption.UPPER_CASE.apply(customer.email(), dice) : customer.email();
            values.put(Field.EMAIL, former ? "former." + email : email);
        }

        if (dice.chance(0.9)) {
            final String phone = dice.chance(0.01) ? dice.oneOf("00000000", "11111111111") : PhoneSpelling.spell(customer.phone(), dice);
            values.put(Field.PHONE, dice.chance(0.04) ? Corruption.FULL_WIDTH_DIGITS.apply(phone, dice) : phone);
        }

        final Address address = customer.address();
        if (system != LegacySystem.OLD_CRM && dice.chance(0.9)) {
            values.put(Field.ADDRESS_LINE1, address.line());
            values.put(Field.REGION, address.place().region());
            values.put(Field.POSTAL_CODE, address.postalCode());
        }

        values.put(Field.CITY, flaw == Flaw.OVERLONG_CITY ? overlong(address.place().city()) : address.place().city());
        values.put(Field.COUNTRY, customer.culture().countryCode());
    }

    /** Repeated until it is too long for the CRM, and for no legacy system. */
    private static String overlong(final String city) {
        return (city + " ").repeat(OVERLONG / city.length() + 1).strip();
    }
}
