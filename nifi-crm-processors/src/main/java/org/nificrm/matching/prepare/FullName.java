package org.nificrm.matching.prepare;

import org.nificrm.matching.field.Role;
import org.nificrm.values.name.PersonName;
import org.nificrm.values.name.PersonNameParser;

/**
 * A full name read into its parts.
 *
 * @param given   given names as written, empty if there are none
 * @param surname surname as written, empty if there is none
 */
record FullName(String given, String surname) {

    static final FullName NONE = new FullName("", "");

    /** A single word is taken for the surname. */
    static FullName parse(final String text) {
        final PersonName name = PersonNameParser.parse(text);
        final String given = (name.first() + " " + name.middle()).strip();
        return name.last().isEmpty() ? new FullName("", given) : new FullName(given, name.last());
    }

    /** @return the given names or the surname, null if there is none */
    String part(final Role role) {
        final String part = role == Role.SURNAME ? surname : given;
        return part.isEmpty() ? null : part;
    }
}
