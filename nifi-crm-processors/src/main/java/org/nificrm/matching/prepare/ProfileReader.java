package org.nificrm.matching.prepare;

import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.prepare.Profile.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Turns records into profiles. Values seen lately are shared, so that the many records with the same city hold one value. Safe for
 * use by several threads.
 */
public final class ProfileReader {
    private final List<Attribute> attributes;
    private final int[] fullNames;
    private final ValueReader[] readers;
    private final List<TextCache<Value>> caches = new ArrayList<>();
    private final Attribute street;
    private final ValueListener listener;

    public ProfileReader(final MatchFields fields) {
        this(fields, (attribute, value) -> { });
    }

    /** @param listener is told each value that is read anew, not those that are shared */
    public ProfileReader(final MatchFields fields, final ValueListener listener) {
        this.listener = listener;
        attributes = Attribute.of(fields);
        fullNames = fields.positions(Role.FULL_NAME);
        street = Attribute.byRole(attributes)[Role.STREET.ordinal()];
        readers = new ValueReader[attributes.size()];
        for (final Attribute attribute : attributes) {
            readers[attribute.index()] = reader(attribute.role());
            caches.add(new TextCache<>());
        }
    }

    private static ValueReader reader(final Role role) {
        return switch (role) {
            case GIVEN_NAME, SURNAME, FULL_NAME -> new NameReader();
            case BIRTH_DATE -> new DateReader();
            case NATIONAL_ID, TAX_ID -> new IdentifierReader();
            case EMAIL -> new EmailReader();
            case PHONE -> new PhoneReader();
            case STREET -> new WordsReader(UnaryOperator.identity());
            case COMPANY -> new CompanyReader();
            case WEB_DOMAIN -> new WebDomainReader();
            case HOUSE_NUMBER, CITY, POSTAL_CODE, REGION, COUNTRY, CATEGORY, SOURCE -> raw -> {
                final String compact = Fold.compact(raw);
                return compact.isEmpty() ? null : new TextValue(compact);
            };
        };
    }

    /** @return the profile of a record */
    public Profile read(final SourceRecord record) {
        final Value[] values = new Value[attributes.size()];
        FullName fullName = null;
        String suffixed = fullNames.length > 0 ? record.values()[fullNames[0]] : null;
        for (final Attribute attribute : attributes) {
            String raw = raw(record, attribute);
            if (attribute.role() == Role.SURNAME && raw != null) {
                suffixed = raw;
            }

            if (raw == null && isPartOfName(attribute.role())) {
                fullName = fullName == null ? fullName(record) : fullName;
                raw = fullName.part(attribute.role());
            } else if (raw == null && attribute.role() == Role.HOUSE_NUMBER) {
                raw = houseNumber(record);
            }

            values[attribute.index()] = raw == null ? null : value(attribute, joined(attribute.role()) ? flat(raw) : raw);
        }

        return new Profile(record.key(), values, GenerationSuffix.last(suffixed), kind(values));
    }

    private FullName fullName(final SourceRecord record) {
        for (final int position : fullNames) {
            if (!Role.FULL_NAME.isMissing(record.values()[position])) {
                return FullName.parse(record.values()[position]);
            }
        }

        return FullName.NONE;
    }

    /** The raw text of an attribute: lines and names joined, alternatives kept apart by the element separator. */
    private static String raw(final SourceRecord record, final Attribute attribute) {
        String joined = null;
        for (final int position : attribute.positions()) {
            final String raw = record.values()[position];
            if (!attribute.role().isMissing(raw)) {
                joined = joined == null ? raw : joined + separator(attribute.role()) + raw;
            }
        }

        return joined;
    }

    private static char separator(final Role role) {
        return joined(role) ? ' ' : SourceRecord.ELEMENT_SEPARATOR;
    }

    private static boolean joined(final Role role) {
        return role == Role.GIVEN_NAME || role == Role.SURNAME || role == Role.STREET || role == Role.HOUSE_NUMBER;
    }

    private static String flat(final String raw) {
        return raw.replace(SourceRecord.ELEMENT_SEPARATOR, ' ');
    }

    private static boolean isPartOfName(final Role role) {
        return role == Role.GIVEN_NAME || role == Role.SURNAME;
    }

    private String houseNumber(final SourceRecord record) {
        final String line = street == null ? null : raw(record, street);
        return line == null ? null : StreetLine.houseNumber(line);
    }

    private Value value(final Attribute attribute, final String raw) {
        final TextCache<Value> cache = caches.get(attribute.index());
        final TextCache.Entry<Value> known = cache.get(raw);
        if (known != null) {
            return known.value();
        }

        final Value value = raw.indexOf(SourceRecord.ELEMENT_SEPARATOR) < 0 ? readers[attribute.index()].read(raw)
                : alternatives(attribute.role(), readers[attribute.index()], raw);
        if (value != null) {
            listener.valueRead(attribute.index(), value);
        }

        cache.put(raw, value);
        return value;
    }

    private static Value alternatives(final Role role, final ValueReader reader, final String raw) {
        final List<Value> alternatives = new ArrayList<>();
        for (final String element : raw.split(String.valueOf(SourceRecord.ELEMENT_SEPARATOR))) {
            final Value value = role.isMissing(element) ? null : reader.read(element);
            if (value != null && alternatives.stream().noneMatch(value::sameAs)) {
                alternatives.add(value);
            }
        }

        return switch (alternatives.size()) {
            case 0 -> null;
            case 1 -> alternatives.getFirst();
            default -> new AlternativesValue(alternatives);
        };
    }

    private Kind kind(final Value[] values) {
        boolean person = false;
        boolean company = false;
        for (final Attribute attribute : attributes) {
            final boolean present = values[attribute.index()] != null;
            person |= present && (attribute.role() == Role.GIVEN_NAME || attribute.role() == Role.SURNAME);
            company |= present && attribute.role() == Role.COMPANY;
        }

        if (person == company) {
            return Kind.UNKNOWN;
        }

        return person ? Kind.PERSON : Kind.COMPANY;
    }

    /** Is told values as they are read. */
    @FunctionalInterface
    public interface ValueListener {
        void valueRead(int attribute, Value value);
    }
}
