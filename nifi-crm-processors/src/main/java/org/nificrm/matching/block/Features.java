package org.nificrm.matching.block;

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

import java.util.Arrays;
import java.util.List;

/**
 * Reads the features of a profile, hashed. Reused from record to record; not for use by several threads.
 */
final class Features {
    /** More than this a record hardly has; what is beyond is left out. */
    private static final int MOST = Long.SIZE;
    private static final int START_LETTERS = 3;
    private static final int CITY_LETTERS = 5;
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_LOCAL = 4;
    private static final int SHORTEST_NAME = 5;
    private static final int SHORTEST_HALF = 3;
    private static final Feature[] KINDS = Feature.values();

    private final List<Attribute> attributes;
    private final int[] kinds = new int[MOST];
    private final long[] hashes = new long[MOST];
    private final long[] positions = new long[KINDS.length];
    private long present;
    private int size;

    Features(final List<Attribute> attributes) {
        this.attributes = attributes;
    }

    /** Reads a profile; what was read before is forgotten. */
    void read(final Profile profile) {
        size = 0;
        present = 0;
        Arrays.fill(positions, 0);
        for (final Attribute attribute : attributes) {
            final Value value = profile.value(attribute.index());
            if (value != null) {
                for (final Value alternative : value.alternatives()) {
                    read(attribute.role(), alternative);
                }
            }
        }
    }

    int size() {
        return size;
    }

    Feature kind(final int position) {
        return KINDS[kinds[position]];
    }

    /** @return the positions of features of some kinds, as bits */
    long positions(final long wanted) {
        long found = 0;
        for (long rest = wanted & present; rest != 0; rest &= rest - 1) {
            found |= positions[Long.numberOfTrailingZeros(rest)];
        }

        return found;
    }

    /** @return hash of kind and value */
    long hash(final int position) {
        return hashes[position];
    }

    /** @return hashes of all features */
    long[] hashes() {
        return Arrays.copyOf(hashes, size);
    }

    private void read(final Role role, final Value value) {
        switch (role) {
            case GIVEN_NAME, SURNAME, FULL_NAME -> readName((NameValue) value);
            case BIRTH_DATE -> readDate((DateValue) value);
            case NATIONAL_ID, TAX_ID -> {
                add(Feature.IDENTIFIER, value.hash());
                readHalves(((TextValue) value).characters());
            }
            case EMAIL -> readEmail((EmailValue) value);
            case PHONE -> readPhone((PhoneValue) value);
            case HOUSE_NUMBER -> add(Feature.HOUSE_NUMBER, value.hash());
            case STREET -> readWords(Feature.STREET_WORD, value.tokens());
            case CITY -> add(Feature.CITY, start(((TextValue) value).characters(), CITY_LETTERS));
            case POSTAL_CODE -> add(Feature.POSTAL_CODE, value.hash());
            case COMPANY -> {
                add(Feature.COMPANY, value.hash());
                readWords(Feature.COMPANY_WORD, value.tokens());
                add(Feature.COMPANY_START, start(((WordsValue) value).characters(), CITY_LETTERS));
            }
            case CATEGORY -> add(Feature.CATEGORY, value.hash());
            case WEB_DOMAIN -> add(Feature.WEB_DOMAIN, value.hash());
            case REGION, COUNTRY, SOURCE -> {
                // too common
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
        add(Feature.EMAIL, email.hash());
        if (!email.isRole() && email.local().length() >= SHORTEST_NAME) {
            add(Feature.EMAIL_NAME, Hash.of(email.local().characters()));
        }

        if (!email.isRole() && email.local().length() >= SHORTEST_LOCAL) {
            add(Feature.EMAIL_START, start(email.local().characters(), SHORTEST_LOCAL));
        }
    }

    private void readPhone(final PhoneValue phone) {
        final int end = phone.digits().length();
        add(Feature.PHONE, phone.subscriber());
        add(Feature.PHONE_END, Hash.of(phone.digits().characters(), Math.max(0, end - 4), end));
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

    private void add(final Feature kind, final long value) {
        final long hash = Hash.combine(kind.ordinal(), value);
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash) {
                return;
            }
        }

        if (size < MOST) {
            kinds[size] = kind.ordinal();
            present |= 1L << kind.ordinal();
            positions[kind.ordinal()] |= 1L << size;
            hashes[size++] = hash;
        }
    }

    private static long start(final char[] characters, final int letters) {
        return Hash.of(characters, 0, Math.min(letters, characters.length));
    }
}
