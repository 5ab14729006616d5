package org.nificrm.matching.block;

import java.util.EnumSet;
import java.util.Set;

/**
 * The marks of a record by which it is found: strong values, which make a block by themselves, and soft ones, two of which do.
 */
enum Feature {
    IDENTIFIER(Family.IDENTIFIER),
    EMAIL(Family.EMAIL),
    EMAIL_NAME(Family.EMAIL),
    PHONE(Family.PHONE),
    COMPANY(Family.COMPANY),
    WEB_DOMAIN(Family.WEB_DOMAIN),
    /** Sound of a word of the name, given name and surname alike, so that swapped names meet. */
    NAME_SOUND(Family.NAME),
    /** First letters of a name. */
    NAME_START(Family.NAME),
    BIRTH_YEAR(Family.BIRTH),
    BIRTH_MONTH_DAY(Family.BIRTH),
    BIRTH_YEAR_MONTH(Family.BIRTH),
    CITY(Family.CITY),
    POSTAL_CODE(Family.POSTAL_CODE),
    HOUSE_NUMBER(Family.HOUSE_NUMBER),
    STREET_WORD(Family.STREET),
    EMAIL_START(Family.EMAIL),
    COMPANY_WORD(Family.COMPANY),
    COMPANY_START(Family.COMPANY),
    IDENTIFIER_HALF(Family.IDENTIFIER),
    PHONE_END(Family.PHONE),
    CATEGORY(Family.CATEGORY);

    private static final Set<Feature> STRONG = EnumSet.of(IDENTIFIER, EMAIL, EMAIL_NAME, PHONE, COMPANY, WEB_DOMAIN);
    private static final Feature[][] PAIRS = {
            {NAME_SOUND, BIRTH_YEAR}, {NAME_SOUND, BIRTH_MONTH_DAY}, {NAME_SOUND, CITY}, {NAME_SOUND, POSTAL_CODE},
            {NAME_SOUND, STREET_WORD}, {NAME_SOUND, HOUSE_NUMBER}, {NAME_SOUND, EMAIL_START}, {NAME_SOUND, PHONE_END},
            {NAME_SOUND, COMPANY_START}, {NAME_SOUND, CATEGORY}, {NAME_SOUND, NAME_SOUND}, {NAME_START, NAME_START},
            {NAME_START, BIRTH_YEAR_MONTH}, {NAME_START, BIRTH_MONTH_DAY}, {NAME_START, POSTAL_CODE}, {NAME_START, STREET_WORD},
            {BIRTH_MONTH_DAY, BIRTH_YEAR}, {BIRTH_MONTH_DAY, CITY}, {BIRTH_MONTH_DAY, POSTAL_CODE}, {BIRTH_MONTH_DAY, STREET_WORD},
            {BIRTH_YEAR, POSTAL_CODE}, {BIRTH_YEAR, EMAIL_START}, {BIRTH_MONTH_DAY, EMAIL_START},
            {CITY, EMAIL_START}, {NAME_START, EMAIL_START}, {BIRTH_YEAR_MONTH, EMAIL_START}, {NAME_START, CITY}, {BIRTH_YEAR, CITY},
            {STREET_WORD, HOUSE_NUMBER}, {STREET_WORD, POSTAL_CODE}, {HOUSE_NUMBER, POSTAL_CODE},
            {COMPANY_WORD, CITY}, {COMPANY_WORD, POSTAL_CODE}, {COMPANY_WORD, STREET_WORD}, {COMPANY_WORD, PHONE_END},
            {COMPANY_START, CITY}, {COMPANY_START, POSTAL_CODE}, {COMPANY_WORD, CATEGORY}, {COMPANY_WORD, COMPANY_WORD},
            {IDENTIFIER_HALF, NAME_SOUND}, {IDENTIFIER_HALF, BIRTH_YEAR}, {IDENTIFIER_HALF, COMPANY_START}, {IDENTIFIER_HALF, IDENTIFIER_HALF},
            {PHONE_END, POSTAL_CODE}, {PHONE_END, CITY}, {PHONE_END, STREET_WORD},
    };
    private static final long[] PARTNERS = bitsOfPartners();
    private static final long[] ADDITIONS = bitsOfAdditions();

    private final Family family;

    Feature(final Family family) {
        this.family = family;
    }

    private static long[] bitsOfPartners() {
        final long[] partners = new long[values().length];
        for (final Feature[] pair : PAIRS) {
            partners[pair[0].ordinal()] |= 1L << pair[1].ordinal();
            partners[pair[1].ordinal()] |= 1L << pair[0].ordinal();
        }

        return partners;
    }

    private static long[] bitsOfAdditions() {
        final long[] additions = PARTNERS.clone();
        for (final Feature feature : values()) {
            for (final Feature other : values()) {
                additions[feature.ordinal()] |= feature.family != other.family ? 1L << other.ordinal() : 0;
            }
        }

        return additions;
    }

    /** @return whether one value of this makes a block */
    boolean isStrong() {
        return STRONG.contains(this);
    }

    /** @return the features that make a block together with this, as bits by their ordinal numbers */
    long partners() {
        return PARTNERS[ordinal()];
    }

    /**
     * @return the features that tell apart what agrees in this, as bits by their ordinal numbers: the start of a name says nothing
     *         that its sound does not
     */
    long additions() {
        return ADDITIONS[ordinal()];
    }

    /** What a feature is taken from. */
    private enum Family {
        IDENTIFIER,
        EMAIL,
        PHONE,
        COMPANY,
        WEB_DOMAIN,
        NAME,
        BIRTH,
        CITY,
        POSTAL_CODE,
        HOUSE_NUMBER,
        STREET,
        CATEGORY
    }
}
