package org.nificrm.samples;

/** Names of the target's customer fields. */
final class Field {

    static final String SOURCE_SYSTEM = "source_system";
    static final String SOURCE_ID = "source_id";
    static final String CUSTOMER_TYPE = "customer_type";
    static final String FULL_NAME = "full_name";
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String COMPANY_NAME = "company_name";
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String BIRTH_DATE = "birth_date";
    static final String GENDER = "gender";
    static final String NATIONAL_ID = "national_id";
    static final String TAX_ID = "tax_id";
    static final String ADDRESS_LINE1 = "address_line1";
    static final String CITY = "city";
    static final String REGION = "region";
    static final String POSTAL_CODE = "postal_code";
    static final String COUNTRY = "country";
    static final String STATUS = "status";
    static final String UPDATED_AT = "updated_at";

    static final String PERSON = "person";
    static final String ORGANIZATION = "organization";

    private Field() {
    }
}
