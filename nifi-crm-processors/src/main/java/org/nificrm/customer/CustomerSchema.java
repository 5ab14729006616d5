package org.nificrm.customer;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.ArrayList;
import java.util.List;

/**
 * The customer as every stage knows it by default: snake case, flat where a table would be. Any other schema works by
 * configuration; these names only spare it.
 */
public final class CustomerSchema {

    /** System the record comes from; with {@link #SOURCE_ID} the identity of a source record. */
    public static final String SOURCE_SYSTEM = "source_system";
    /** Key of the record in its source system. */
    public static final String SOURCE_ID = "source_id";
    /** {@value #PERSON} or {@value #ORGANIZATION}. */
    public static final String CUSTOMER_TYPE = "customer_type";
    public static final String FULL_NAME = "full_name";
    public static final String TITLE = "title";
    public static final String FIRST_NAME = "first_name";
    public static final String MIDDLE_NAME = "middle_name";
    public static final String LAST_NAME = "last_name";
    public static final String NAME_SUFFIX = "name_suffix";
    public static final String COMPANY_NAME = "company_name";
    public static final String EMAIL = "email";
    /** Telephone number, E.164 once cleansed. */
    public static final String PHONE = "phone";
    /** Mobile number, E.164 once cleansed. */
    public static final String MOBILE = "mobile";
    public static final String BIRTH_DATE = "birth_date";
    public static final String GENDER = "gender";
    /** Identity number of a person, for example GB 11643. */
    public static final String NATIONAL_ID = "national_id";
    /** Identity number of an organization, for example GB 32100 or a VAT number. */
    public static final String TAX_ID = "tax_id";
    public static final String ADDRESS_LINE1 = "address_line1";
    public static final String ADDRESS_LINE2 = "address_line2";
    public static final String DISTRICT = "district";
    public static final String CITY = "city";
    public static final String REGION = "region";
    public static final String POSTAL_CODE = "postal_code";
    /** ISO 3166-1 alpha-2 once cleansed. */
    public static final String COUNTRY = "country";
    public static final String STATUS = "status";
    public static final String SEGMENT = "segment";
    /** When the source system created the record. */
    public static final String CREATED_AT = "created_at";
    /** When the source system last changed the record: what decides conflicts. */
    public static final String UPDATED_AT = "updated_at";
    /** All e-mail addresses, where a source has several. */
    public static final String EMAILS = "emails";
    /** All phone numbers, where a source has several. */
    public static final String PHONES = "phones";
    /** All addresses, where a source has several. */
    public static final String ADDRESSES = "addresses";
    /** What the source has and the CRM has no field for. */
    public static final String EXTRA = "extra";

    /** Identity of the golden record a source record was merged into. */
    public static final String GOLDEN_ID = "golden_id";
    /** Ids of golden records that were merged into this one. */
    public static final String SUPERSEDED_IDS = "superseded_ids";
    /** When the golden record last changed in the index; later for each of its versions, whatever {@link #UPDATED_AT} says. */
    public static final String MERGED_AT = "merged_at";
    /** The source records a golden record was made from. */
    public static final String SOURCES = "sources";
    /** Quality scores of the record. */
    public static final String QUALITY = "quality";

    public static final String PERSON = "person";
    public static final String ORGANIZATION = "organization";

    private static final DataType STRING = RecordFieldType.STRING.getDataType();

    /** What a mapping produces before any later stage adds to it. */
    public static final RecordSchema SCHEMA = new SimpleRecordSchema(fields());

    private CustomerSchema() {
    }

    private static List<RecordField> fields() {
        final List<RecordField> fields = new ArrayList<>();
        addStrings(fields, SOURCE_SYSTEM, SOURCE_ID, CUSTOMER_TYPE, FULL_NAME, TITLE, FIRST_NAME, MIDDLE_NAME, LAST_NAME, NAME_SUFFIX,
                COMPANY_NAME, EMAIL, PHONE, MOBILE);
        fields.add(new RecordField(BIRTH_DATE, RecordFieldType.DATE.getDataType()));
        addStrings(fields, GENDER, NATIONAL_ID, TAX_ID, ADDRESS_LINE1, ADDRESS_LINE2, DISTRICT, CITY, REGION, POSTAL_CODE, COUNTRY, STATUS, SEGMENT);
        fields.add(new RecordField(CREATED_AT, RecordFieldType.TIMESTAMP.getDataType()));
        fields.add(new RecordField(UPDATED_AT, RecordFieldType.TIMESTAMP.getDataType()));
        fields.add(new RecordField(EMAILS, RecordFieldType.ARRAY.getArrayDataType(STRING)));
        fields.add(new RecordField(PHONES, RecordFieldType.ARRAY.getArrayDataType(STRING)));
        fields.add(new RecordField(ADDRESSES, RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(addressSchema()))));
        fields.add(new RecordField(EXTRA, RecordFieldType.MAP.getMapDataType(STRING)));
        return fields;
    }

    private static RecordSchema addressSchema() {
        final List<RecordField> fields = new ArrayList<>();
        addStrings(fields, ADDRESS_LINE1, ADDRESS_LINE2, DISTRICT, CITY, REGION, POSTAL_CODE, COUNTRY);
        return new SimpleRecordSchema(fields);
    }

    private static void addStrings(final List<RecordField> fields, final String... names) {
        for (final String name : names) {
            fields.add(new RecordField(name, STRING));
        }
    }
}
