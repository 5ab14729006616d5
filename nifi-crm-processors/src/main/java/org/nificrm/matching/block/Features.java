package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.prepare.DateValue;
import org.nificrm.matching.prepare.EmailValue;
import org.nificrm.matching.prepare.Hash;
import org.nificrm.matching.prepare.NameValue;
import org.nificrm.matching.prepare.PhoneValue;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.TextValue;
import org.nificrm.matching.prepare.Token;
import org.nificrm.matching.prepare.Value;
import org.nificrm.matching.prepare.WordsValue;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the features of a profile, hashed. Reused from record to record; not for use by several threads.
 */
final class Features {
    private static final int START_LETTERS = 3;
    private static final int CITY_LETTERS = 5;
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_LOCAL = 4;
    private static final int SHORTEST_HALF = 3;

    private final List<Attribute> attributes;
    private final List<LongArrayList> hashes = new ArrayList<>();

    Features(final List<Attribute> attributes) {
        this.attributes = attributes;
        for (final Feature feature : Feature.values()) {
            hashes.add(new LongArrayList());
        }
    }

    /** Reads a profile; what was read before is forgotten. */
    void read(final Profile profile) {
        hashes.forEach(LongArrayList::clear);
        for (final Attribute attribute : attributes) {
            final Value value = profile.value(attribute.index());
            if (value != null) {
                for (final Value alternative : value.alternatives()) {
                    read(attribute.role(), alternative);
                }
            }
        }
    }

    /** @return hashes of one feature of the profile read last */
    LongArrayList of(final Feature feature) {
        return hashes.get(feature.ordinal());
    }

    /** @return distinct hashes of all features of the profile read last, each with its kind mixed in */
    LongArrayList all() {
        final LongArrayList all = new LongArrayList();
        for (final Feature feature : Feature.values()) {
            final LongArrayList values = of(feature);
            for (int i = 0; i < values.size(); i++) {
                all.add(Hash.combine(feature.ordinal(), values.getLong(i)));
            }
        }

        return all;
    }

    private void read(final Role role, final Value value) {
        switch (role) {
            case GIVEN_NAME, SURNAME, FULL_NAME -> readName((NameValue) value);
            case BIRTH_DATE -> readDate((DateValue) value);
            case NATIONAL_ID, TAX_ID -> readHalves(((TextValue) value).characters());
            case EMAIL -> readEmail((EmailValue) value);
            case PHONE -> readPhone((PhoneValue) value);
            case HOUSE_NUMBER -> add(Feature.HOUSE_NUMBER, value.hash());
            case STREET -> readWords(Feature.STREET_WORD, value.tokens());
            case CITY -> add(Feature.CITY, start(((TextValue) value).characters(), CITY_LETTERS));
            case POSTAL_CODE -> add(Feature.POSTAL_CODE, value.hash());
            case COMPANY -> {
                readWords(Feature.COMPANY_WORD, value.tokens());
                add(Feature.COMPANY_START, start(((WordsValue) value).characters(), CITY_LETTERS));
            }
            case CATEGORY -> add(Feature.CATEGORY, value.hash());
            case REGION, COUNTRY, WEB_DOMAIN, SOURCE -> {
                // too common, or a key by itself
            }
        }
    }

    private void readName(final NameValue name) {
        final long[] sounds = name.sounds();
        for (int i = 0; i < Math.min(sounds.length, MOST_WORDS); i++) {
            add(Feature.NAME_SOUND, sounds[i]);
        }

        add(Feature.NAME_START, start(name.latin().characters(), START_LETTERS));
    }

    private void readDate(final DateValue date) {
        add(Feature.BIRTH_YEAR, date.year());
        if (date.isComplete()) {
            final int lesser = Math.min(date.month(), date.day());
            final int greater = Math.max(date.month(), date.day());
            add(Feature.BIRTH_MONTH_DAY, lesser * 100L + greater);
            add(Feature.BIRTH_YEAR_MONTH, date.year() * 100L + date.month());
        }
    }

    private void readHalves(final char[] identifier) {
        final int half = identifier.length / 2;
        if (half >= SHORTEST_HALF) {
            add(Feature.IDENTIFIER_HALF, Hash.of(identifier, 0, half));
            add(Feature.IDENTIFIER_HALF, ~Hash.of(identifier, identifier.length - half, identifier.length));
        }
    }

    private void readEmail(final EmailValue email) {
        if (!email.isRole() && email.local().length() >= SHORTEST_LOCAL) {
            add(Feature.EMAIL_LOCAL, start(email.local().characters(), SHORTEST_LOCAL));
        }
    }

    private void readPhone(final PhoneValue phone) {
        final int end = phone.digits().length();
        add(Feature.PHONE_START, Hash.of(phone.digits().characters(), Math.max(0, end - 4), end));
    }

    private void readWords(final Feature feature, final Token[] tokens) {
        int read = 0;
        for (int i = 0; i < tokens.length && read < MOST_WORDS; i++) {
            final char[] word = tokens[i].characters();
            if (word.length >= SHORTEST_WORD || word[0] > 0x2e80) {
                add(feature, start(word, CITY_LETTERS));
                read++;
            }
        }
    }

    private void add(final Feature feature, final long hash) {
        final LongArrayList values = of(feature);
        if (!values.contains(hash)) {
            values.add(hash);
        }
    }

    private static long start(final char[] characters, final int letters) {
        return Hash.of(characters, 0, Math.min(letters, characters.length));
    }
}
