package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.services.DocumentProperty;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The properties of {@link CleanseCustomer}; {@link CleansingConfiguration} is what they say. */
final class CleansingProperties {

    static final PropertyDescriptor RECORD_READER = RecordServices.reader("Reads the customers");

    static final PropertyDescriptor RECORD_WRITER = RecordServices.writer(
            "Writes the cleansed and the quarantined customers. Let it inherit the record's schema, so that issues and quality are written too");

    static final PropertyDescriptor DEFAULT_REGION = new PropertyDescriptor.Builder()
            .name("Default Region")
            .description("Country of phone numbers and addresses that name none, as ISO 3166-1 alpha-2 code, for example CN or US. "
                    + "Without it such a phone number is understood only in its international form")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor LOCALE = new PropertyDescriptor.Builder()
            .name("Locale")
            .description("Language, with or without a region, by which names are read, as BCP 47 tag, for example zh-CN or en. Only a hint: the script and the record's country come first")
            .addValidator(CleansingConfiguration.LOCALE_VALIDATOR)
            .build();

    static final PropertyDescriptor RULES = DocumentProperty.named("Rules",
                    "JSON document that says which rules run, with which options and additions. Only what differs from the default document "
                            + "needs to be said; without it the default document holds. See Additional Details")
            .build();

    static final PropertyDescriptor FIELD_ROLES = DocumentProperty.named("Field Roles",
                    "JSON object that says which fields hold what, for example {\"email\": \"/contact/mail\", \"phone\": [\"tel\", \"/more[*]/number\"]}. "
                            + "Roles that it does not name keep the fields of the customer schema. See Additional Details")
            .build();

    static final PropertyDescriptor REQUIRED_FIELDS = new PropertyDescriptor.Builder()
            .name("Required Fields")
            .description("Fields without which a record goes to quarantine, separated by commas; alternatives separated by |, for example: last_name|full_name, email|phone|mobile")
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor PLACEHOLDER_POLICY = new PropertyDescriptor.Builder()
            .name("Placeholder Policy")
            .description("What becomes of a value that stands for nothing, such as N/A, 无 or 1900-01-01")
            .allowableValues(PlaceholderHandling.class)
            .defaultValue(PlaceholderHandling.CLEAR)
            .required(true)
            .build();

    static final PropertyDescriptor MINIMUM_SCORE = new PropertyDescriptor.Builder()
            .name("Minimum Score")
            .description("Records with a lower quality score go to quarantine; from 0 to 1, where 0 lets every score pass")
            .addValidator(Shares.FROM_0)
            .defaultValue("0.6")
            .required(true)
            .build();

    static final PropertyDescriptor DATE_ORDER = new PropertyDescriptor.Builder()
            .name("Date Order")
            .description("Order of day, month and year in dates that do not tell, such as 03/04/2020")
            .allowableValues(DateOrderOption.class)
            .defaultValue(DateOrderOption.UNKNOWN)
            .required(true)
            .build();

    static final PropertyDescriptor ISSUE_DESTINATION = new PropertyDescriptor.Builder()
            .name("Issue Destination")
            .description("Where changes and findings of records that go on are told")
            .allowableValues(IssueDestination.class)
            .defaultValue(IssueDestination.RECORD)
            .required(true)
            .build();

    static final PropertyDescriptor LOOKUP_TIMEOUT = new PropertyDescriptor.Builder()
            .name("Lookup Timeout")
            .description("How long a reference system may take to answer. After five failures in a row a system is left alone for half a minute")
            .addValidator(StandardValidators.createTimePeriodValidator(1, TimeUnit.MILLISECONDS, 1, TimeUnit.HOURS))
            .defaultValue("2 secs")
            .required(true)
            .build();

    static final PropertyDescriptor LOOKUP_CACHE_SIZE = new PropertyDescriptor.Builder()
            .name("Lookup Cache Size")
            .description("Number of answers of each reference system that are remembered, whether it knew the customer or not")
            .addValidator(StandardValidators.NON_NEGATIVE_INTEGER_VALIDATOR)
            .defaultValue("10000")
            .required(true)
            .build();

    static final PropertyDescriptor LOOKUP_CACHE_AGE = new PropertyDescriptor.Builder()
            .name("Lookup Cache Age")
            .description("How long an answer is remembered")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .defaultValue("10 mins")
            .required(true)
            .build();

    static final List<PropertyDescriptor> ALL = List.of(RECORD_READER, RECORD_WRITER, DEFAULT_REGION, LOCALE, RULES, FIELD_ROLES,
            REQUIRED_FIELDS, PLACEHOLDER_POLICY, MINIMUM_SCORE, DATE_ORDER, ISSUE_DESTINATION, LOOKUP_TIMEOUT, LOOKUP_CACHE_SIZE, LOOKUP_CACHE_AGE);

    private CleansingProperties() {
    }
}
