package org.nificrm.values.name;

/**
 * The parts of a person's name, each as it was written. A part that the name does not have is empty, never null.
 *
 * @param title form of address, rank or office: Dr., Rt. Hon., 先生
 * @param first given name by which the person is filed
 * @param middle further given names and initials
 * @param last family name with its particles
 * @param suffix generation and credentials: Jr., III, MD
 * @param nickname what stood in quotes or brackets
 */
public record PersonName(String title, String first, String middle, String last, String suffix, String nickname) {

    /** No name at all. */
    public static final PersonName EMPTY = new PersonName("", "", "", "", "", "");

    public PersonName {
        title = orEmpty(title);
        first = orEmpty(first);
        middle = orEmpty(middle);
        last = orEmpty(last);
        suffix = orEmpty(suffix);
        nickname = orEmpty(nickname);
    }

    /** A name of a family and a given name only; either may be empty. */
    static PersonName of(final String first, final String last) {
        return new PersonName("", first, "", last, "", "");
    }

    /** Tells whether no part is present. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    PersonName withNickname(final String newNickname) {
        return new PersonName(title, first, middle, last, suffix, newNickname);
    }

    PersonName withTitle(final String newTitle) {
        return new PersonName(newTitle, first, middle, last, suffix, nickname);
    }

    private static String orEmpty(final String part) {
        return part == null ? "" : part;
    }
}
