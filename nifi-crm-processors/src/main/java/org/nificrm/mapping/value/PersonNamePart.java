package org.nificrm.mapping.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of a person's name, and the names fields for it go by. */
public enum PersonNamePart {
    TITLE("title", "salutation", "honorific", "nametitle", "nameprefix", "prefix", "称谓"),
    FIRST("first", "firstname", "given", "givenname", "forename", "名"),
    MIDDLE("middle", "middlename", "middlenames", "secondname"),
    LAST("last", "lastname", "family", "familyname", "surname", "姓"),
    SUFFIX("suffix", "namesuffix"),
    NICKNAME("nickname", "nick");

    private final Set<String> fieldNames;

    PersonNamePart(final String... fieldNames) {
        this.fieldNames = Set.of(fieldNames);
    }

    /** The part a field of this name holds, whatever its case and word separators. */
    public static Optional<PersonNamePart> ofField(final String fieldName) {
        final String plain = fieldName.replaceAll("[_\\- ]", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(part -> part.fieldNames.contains(plain)).findFirst();
    }
}
