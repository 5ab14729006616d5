package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.prepare.DateValue;
import org.nificrm.matching.prepare.EmailValue;
import org.nificrm.matching.prepare.Hash;
import org.nificrm.matching.prepare.PhoneValue;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.Value;

import java.util.List;

import static org.nificrm.matching.block.Feature.BIRTH_MONTH_DAY;
import static org.nificrm.matching.block.Feature.BIRTH_YEAR;
import static org.nificrm.matching.block.Feature.BIRTH_YEAR_MONTH;
import static org.nificrm.matching.block.Feature.CATEGORY;
import static org.nificrm.matching.block.Feature.CITY;
import static org.nificrm.matching.block.Feature.COMPANY_START;
import static org.nificrm.matching.block.Feature.COMPANY_WORD;
import static org.nificrm.matching.block.Feature.EMAIL_LOCAL;
import static org.nificrm.matching.block.Feature.HOUSE_NUMBER;
import static org.nificrm.matching.block.Feature.IDENTIFIER_HALF;
import static org.nificrm.matching.block.Feature.NAME_SOUND;
import static org.nificrm.matching.block.Feature.NAME_START;
import static org.nificrm.matching.block.Feature.PHONE_START;
import static org.nificrm.matching.block.Feature.POSTAL_CODE;
import static org.nificrm.matching.block.Feature.STREET_WORD;

/**
 * The block keys of a profile: its strong values, and pairs of soft features from different fields. Wide on purpose: two records
 * of one customer share a key as long as any two of their features survived. Not for use by several threads.
 */
public final class BlockKeys {
    private static final Feature[][] PAIRS = {
            {NAME_SOUND, BIRTH_YEAR}, {NAME_SOUND, BIRTH_MONTH_DAY}, {NAME_SOUND, CITY}, {NAME_SOUND, POSTAL_CODE},
            {NAME_SOUND, STREET_WORD}, {NAME_SOUND, HOUSE_NUMBER}, {NAME_SOUND, EMAIL_LOCAL}, {NAME_SOUND, PHONE_START},
            {NAME_SOUND, COMPANY_START}, {NAME_SOUND, CATEGORY},
            {NAME_START, BIRTH_YEAR_MONTH}, {NAME_START, BIRTH_MONTH_DAY}, {NAME_START, POSTAL_CODE}, {NAME_START, STREET_WORD},
            {BIRTH_MONTH_DAY, BIRTH_YEAR}, {BIRTH_MONTH_DAY, CITY}, {BIRTH_MONTH_DAY, POSTAL_CODE}, {BIRTH_MONTH_DAY, STREET_WORD},
            {BIRTH_YEAR, POSTAL_CODE}, {BIRTH_YEAR, EMAIL_LOCAL}, {BIRTH_MONTH_DAY, EMAIL_LOCAL},
            {CITY, EMAIL_LOCAL}, {NAME_START, EMAIL_LOCAL}, {BIRTH_YEAR_MONTH, EMAIL_LOCAL}, {NAME_START, CITY}, {BIRTH_YEAR, CITY},
            {STREET_WORD, HOUSE_NUMBER}, {STREET_WORD, POSTAL_CODE}, {HOUSE_NUMBER, POSTAL_CODE},
            {COMPANY_WORD, CITY}, {COMPANY_WORD, POSTAL_CODE}, {COMPANY_WORD, STREET_WORD}, {COMPANY_WORD, PHONE_START},
            {COMPANY_START, CITY}, {COMPANY_START, POSTAL_CODE}, {COMPANY_WORD, CATEGORY},
            {IDENTIFIER_HALF, NAME_SOUND}, {IDENTIFIER_HALF, BIRTH_YEAR}, {IDENTIFIER_HALF, COMPANY_START},
            {PHONE_START, POSTAL_CODE}, {PHONE_START, CITY}, {PHONE_START, STREET_WORD},
    };
    private static final int STRONG = 1_000;
    private static final int PAIR = 2_000;
    private static final int SAME_KIND = 3_000;
    private static final int SHORTEST_LOCAL = 5;

    private final List<Attribute> attributes;
    private final Features features;
    private final LongOpenHashSet keys = new LongOpenHashSet();

    public BlockKeys(final List<Attribute> attributes) {
        this.attributes = attributes;
        this.features = new Features(attributes);
    }

    /** @return the distinct keys of a profile */
    public long[] of(final Profile profile) {
        keys.clear();
        features.read(profile);
        for (final Attribute attribute : attributes) {
            final Value value = profile.value(attribute.index());
            if (value != null) {
                for (final Value alternative : value.alternatives()) {
                    addStrong(attribute.role(), alternative);
                }
            }
        }

        for (int pair = 0; pair < PAIRS.length; pair++) {
            addPairs(pair, features.of(PAIRS[pair][0]), features.of(PAIRS[pair][1]));
        }

        addCombinations(NAME_SOUND);
        addCombinations(NAME_START);
        addCombinations(COMPANY_WORD);
        addCombinations(IDENTIFIER_HALF);
        return keys.toLongArray();
    }

    /** @return distinct hashes by which a block that this profile is in can be split */
    public long[] splitters(final Profile profile) {
        features.read(profile);
        return features.all().toLongArray();
    }

    /** @return the key of the part of a block whose members share a splitter */
    public static long split(final long key, final long splitter) {
        return Hash.combine(key, splitter);
    }

    private void addStrong(final Role role, final Value value) {
        switch (role) {
            case NATIONAL_ID, TAX_ID, COMPANY, WEB_DOMAIN -> add(role, value.hash());
            case BIRTH_DATE -> {
                if (((DateValue) value).isComplete()) {
                    add(role, value.hash());
                }
            }
            case PHONE -> add(role, ((PhoneValue) value).subscriber());
            case EMAIL -> {
                final EmailValue email = (EmailValue) value;
                add(role, email.hash());
                if (!email.isRole() && email.local().length() >= SHORTEST_LOCAL) {
                    add(role, Hash.of(email.local().characters()));
                }
            }
            case GIVEN_NAME, SURNAME, FULL_NAME, HOUSE_NUMBER, STREET, CITY, POSTAL_CODE, REGION, COUNTRY, CATEGORY, SOURCE -> {
                // too common to find a customer by it alone
            }
        }
    }

    private void add(final Role role, final long hash) {
        keys.add(Hash.combine(STRONG + role.ordinal(), hash));
    }

    private void addPairs(final int pair, final LongArrayList first, final LongArrayList second) {
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                keys.add(Hash.combine(Hash.combine(PAIR + pair, first.getLong(i)), second.getLong(j)));
            }
        }
    }

    private void addCombinations(final Feature feature) {
        final LongArrayList hashes = features.of(feature);
        for (int i = 0; i < hashes.size(); i++) {
            for (int j = i + 1; j < hashes.size(); j++) {
                final long lesser = Math.min(hashes.getLong(i), hashes.getLong(j));
                final long greater = Math.max(hashes.getLong(i), hashes.getLong(j));
                keys.add(Hash.combine(Hash.combine(SAME_KIND + feature.ordinal(), lesser), greater));
            }
        }
    }
}
