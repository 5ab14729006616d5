package org.nificrm.cleansing;

import org.nificrm.customer.CustomerSchema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a field of a record holds: what the rules go by, so that they need not know the names of fields. */
public enum FieldRole {
    SOURCE_SYSTEM(CustomerSchema.SOURCE_SYSTEM),
    SOURCE_ID(CustomerSchema.SOURCE_ID),
    CUSTOMER_TYPE(CustomerSchema.CUSTOMER_TYPE),
    FULL_NAME(CustomerSchema.FULL_NAME),
    TITLE(CustomerSchema.TITLE),
    FIRST_NAME(CustomerSchema.FIRST_NAME),
    MIDDLE_NAME(CustomerSchema.MIDDLE_NAME),
    LAST_NAME(CustomerSchema.LAST_NAME),
    NAME_SUFFIX(CustomerSchema.NAME_SUFFIX),
    COMPANY_NAME(CustomerSchema.COMPANY_NAME),
    EMAIL(CustomerSchema.EMAIL, "/" + CustomerSchema.EMAILS + "[*]"),
    PHONE(CustomerSchema.PHONE, "/" + CustomerSchema.PHONES + "[*]"),
    MOBILE(CustomerSchema.MOBILE),
    BIRTH_DATE(CustomerSchema.BIRTH_DATE),
    GENDER(CustomerSchema.GENDER),
    NATIONAL_ID(CustomerSchema.NATIONAL_ID),
    TAX_ID(CustomerSchema.TAX_ID),
    ADDRESS_LINE1(CustomerSchema.ADDRESS_LINE1, inAddresses(CustomerSchema.ADDRESS_LINE1)),
    ADDRESS_LINE2(CustomerSchema.ADDRESS_LINE2, inAddresses(CustomerSchema.ADDRESS_LINE2)),
    DISTRICT(CustomerSchema.DISTRICT, inAddresses(CustomerSchema.DISTRICT)),
    CITY(CustomerSchema.CITY, inAddresses(CustomerSchema.CITY)),
    REGION(CustomerSchema.REGION, inAddresses(CustomerSchema.REGION)),
    POSTAL_CODE(CustomerSchema.POSTAL_CODE, inAddresses(CustomerSchema.POSTAL_CODE)),
    COUNTRY(CustomerSchema.COUNTRY, inAddresses(CustomerSchema.COUNTRY)),
    CREATED_AT(CustomerSchema.CREATED_AT),
    UPDATED_AT(CustomerSchema.UPDATED_AT),
    /** Any other text: cleaned, never interpreted. */
    TEXT(CustomerSchema.STATUS, "/" + CustomerSchema.SEGMENT);

    /** What names a customer: the fields that a rule for names may read and write. */
    public static final Set<FieldRole> PERSON_NAME = EnumSet.of(FULL_NAME, TITLE, FIRST_NAME, MIDDLE_NAME, LAST_NAME, NAME_SUFFIX);
    /** What says where a customer is. */
    public static final Set<FieldRole> ADDRESS = EnumSet.of(ADDRESS_LINE1, ADDRESS_LINE2, DISTRICT, CITY, REGION, POSTAL_CODE, COUNTRY);
    /** What says which record this is: read, never changed. */
    public static final Set<FieldRole> IDENTITY = EnumSet.of(SOURCE_SYSTEM, SOURCE_ID, CUSTOMER_TYPE);
    /** Phone numbers of any kind. */
    public static final Set<FieldRole> PHONES = EnumSet.of(PHONE, MOBILE);

    private final List<String> defaultPaths;

    FieldRole(final String field, final String... morePaths) {
        this.defaultPaths = new ArrayList<>(List.of("/" + field));
        this.defaultPaths.addAll(Arrays.asList(morePaths));
    }

    private static String inAddresses(final String field) {
        return "/" + CustomerSchema.ADDRESSES + "[*]/" + field;
    }

    /** The name by which documents call the role: lower case with underscores, for most the name of the customer schema's field. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the customer schema has this role, as record paths. */
    public List<String> defaultPaths() {
        return List.copyOf(defaultPaths);
    }

    /** The role of that name, if there is one. */
    public static Optional<FieldRole> ofKey(final String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }

    /**
     * The role of that name.
     *
     * @throws IllegalArgumentException if there is none, with the names there are
     */
    public static FieldRole require(final String key) {
        return ofKey(key).orElseThrow(() -> new IllegalArgumentException("'%s' is no field role; the roles are %s".formatted(key,
                Arrays.stream(values()).map(FieldRole::key).collect(Collectors.joining(", ")))));
    }
}
