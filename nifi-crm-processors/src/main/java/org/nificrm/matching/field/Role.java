package org.nificrm.matching.field;

import org.nificrm.document.DocumentNode;
import org.nificrm.values.text.Placeholders;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a field means to the matcher. Several fields may share a role: names and street lines are joined, identifiers, phones,
 * e-mail addresses and places are alternatives, categories are compared one by one.
 */
public enum Role {
    GIVEN_NAME,
    SURNAME,
    /** Used to fill a missing given name or surname. */
    FULL_NAME,
    BIRTH_DATE,
    NATIONAL_ID,
    TAX_ID,
    EMAIL,
    PHONE,
    HOUSE_NUMBER,
    /** A street line; a house number at its start or end is split off when no field has that role. */
    STREET,
    CITY,
    POSTAL_CODE,
    REGION,
    COUNTRY,
    COMPANY,
    WEB_DOMAIN,
    CATEGORY,
    /** The system the record comes from; never evidence by itself that two records differ. */
    SOURCE;

    /** @return the name used in configuration, for example {@code given_name} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether it is a part of where a customer lives, and changes together with the other parts when the customer moves */
    public boolean isOfAddress() {
        return this == HOUSE_NUMBER || this == STREET || this == CITY || this == POSTAL_CODE || this == REGION;
    }

    /** @return whether a value says nothing: none, blank, or one that stands for a missing value */
    public boolean isMissing(final String value) {
        return value == null || value.isBlank() || Placeholders.standard().isPlaceholder(value, kind());
    }

    private Placeholders.Kind kind() {
        return switch (this) {
            case GIVEN_NAME, SURNAME, FULL_NAME, COMPANY -> Placeholders.Kind.NAME;
            case BIRTH_DATE -> Placeholders.Kind.DATE;
            case NATIONAL_ID, TAX_ID -> Placeholders.Kind.IDENTIFIER;
            case EMAIL -> Placeholders.Kind.EMAIL;
            case PHONE -> Placeholders.Kind.PHONE;
            case STREET -> Placeholders.Kind.ADDRESS;
            case POSTAL_CODE -> Placeholders.Kind.POSTAL_CODE;
            case HOUSE_NUMBER, CITY, REGION, COUNTRY, WEB_DOMAIN, CATEGORY, SOURCE -> Placeholders.Kind.ANY;
        };
    }

    /** @throws IllegalArgumentException if there is no such role, with the nearest that there is */
    static Role require(final String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown role '%s'%s".formatted(key, DocumentNode.suggestion(key, keys()))));
    }

    private static Set<String> keys() {
        return Arrays.stream(values()).map(Role::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
