package org.nificrm.mapping.value;

import org.nificrm.values.name.PersonName;
import org.nificrm.values.name.PersonNameParser;

import java.util.List;
import java.util.Locale;

/** The parts of a person's name. */
public final class PersonNameSplit implements Splitter {

    private final List<PersonNamePart> parts;
    private final Locale locale;

    /** @param locale language or region of the persons, {@link Locale#ROOT} if unknown */
    public PersonNameSplit(final List<PersonNamePart> parts, final Locale locale) {
        this.parts = List.copyOf(parts);
        this.locale = locale;
    }

    @Override
    public Object[] split(final String text) throws MappingFailure {
        if (text.codePoints().noneMatch(Character::isLetter)) {
            throw new MappingFailure(FailureCode.MAP_SPLIT, "value %s is not a person's name".formatted(MappingFailure.quote(text)));
        }

        final PersonName name = PersonNameParser.parse(text, locale);
        final Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            final String value = value(name, parts.get(i));
            values[i] = value.isEmpty() ? null : value;
        }

        return values;
    }

    private static String value(final PersonName name, final PersonNamePart part) {
        return switch (part) {
            case TITLE -> name.title();
            case FIRST -> name.first();
            case MIDDLE -> name.middle();
            case LAST -> name.last();
            case SUFFIX -> name.suffix();
            case NICKNAME -> name.nickname();
        };
    }
}
