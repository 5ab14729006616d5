package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.customer.Severity;
import org.nificrm.document.DocumentObject;
import org.nificrm.values.phone.PhoneNumber;
import org.nificrm.values.phone.PhoneParser;
import org.nificrm.values.phone.PhoneRange;
import org.nificrm.values.phone.PhoneReading;
import org.nificrm.values.phone.PhoneStatus;
import org.nificrm.values.phone.PhoneType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Phone numbers become E.164; what is dialled afterwards and further numbers of the field are kept beside it. */
public final class PhoneRule extends FieldRule {

    private static final String INVALID = "PHONE_INVALID";
    private static final String EXTENSION_MARK = ";ext=";

    private final PhoneParser parser;

    public PhoneRule(final RuleSettings settings) {
        super(FieldRole.PHONES);
        this.parser = new PhoneParser(ranges(settings.options()));
    }

    private static List<PhoneRange> ranges(final DocumentObject options) {
        final List<PhoneRange> ranges = new ArrayList<>();
        for (final DocumentObject section : options.objects("ranges")) {
            try (section) {
                final int countryCode = section.integer("countryCode", 1, 1, 999);
                final String pattern = section.text("pattern").orElse("");
                final PhoneType type = section.choice("type", PhoneType.class, PhoneType.MOBILE);
                if (pattern.isEmpty()) {
                    section.problem("pattern", "is missing: write a regular expression for the whole national number");
                } else {
                    ranges.add(new PhoneRange(countryCode, Pattern.compile(pattern), type));
                }
            } catch (final PatternSyntaxException e) {
                section.problem("pattern", "is no regular expression: " + e.getDescription());
            }
        }

        return ranges;
    }

    @Override
    protected void apply(final WorkingField field) {
        final String text = field.text();
        if (text == null) {
            return;
        }

        final String region = field.group().region();
        final PhoneReading reading = parser.parse(text, region);
        switch (reading.status()) {
            case VALID -> write(field, text, reading.numbers());
            case POSSIBLE -> {
                if (isSettled(reading, region)) {
                    write(field, text, reading.numbers());
                }

                field.keep("PHONE_POSSIBLE", Severity.WARNING, null, "The length fits the country, but no such range is known to be in use");
            }
            case INVALID, LETTERS, MASKED, ROUNDED, EMPTY -> field.keep(INVALID, Severity.WARNING, Dimension.VALIDITY, reason(reading.status(), region));
        }
    }

    /** Zeros in front of a number that no plan knows may or may not belong to it: then reading it again would shorten it again. */
    private boolean isSettled(final PhoneReading reading, final String region) {
        return reading.numbers().stream().allMatch(number -> parser.parse(number.e164(), region).numbers().stream()
                .anyMatch(again -> again.e164().equals(number.e164())));
    }

    private static String reason(final PhoneStatus status, final String region) {
        return switch (status) {
            case LETTERS -> "Letters stand where digits belong";
            case MASKED -> "Digits are hidden; ask the source for the whole number";
            case ROUNDED -> "A spreadsheet rounded the number; take it from the source as text";
            case EMPTY -> "There are no digits in it";
            case VALID, POSSIBLE, INVALID -> region == null
                    ? "No number that can be told without a country; set the record's country or the Default Region"
                    : "No number of " + region;
        };
    }

    private static void write(final WorkingField field, final String text, final List<PhoneNumber> numbers) {
        final PhoneNumber first = numbers.getFirst();
        if (numbers.size() > 1 && !appendOthers(field, numbers)) {
            field.keep("PHONE_SEVERAL", Severity.WARNING, Dimension.VALIDITY,
                    "Several numbers in one field, and the schema has no list %s for the others".formatted(CustomerSchema.PHONES));
            return;
        }

        field.accept();
        if (numbers.size() > 1) {
            field.repair("PHONE_SEVERAL", written(field, first), "Several numbers in one field; the others are in " + CustomerSchema.PHONES);
        } else {
            final String written = written(field, first);
            if (!written.equals(text)) {
                field.rewrite("PHONE_FORMATTED", written, "Written in E.164");
            }
        }
    }

    private static boolean appendOthers(final WorkingField field, final List<PhoneNumber> numbers) {
        for (final PhoneNumber other : numbers.subList(1, numbers.size())) {
            final String value = other.extension().isEmpty() ? other.e164() : other.e164() + EXTENSION_MARK + other.extension();
            if (!field.group().record().append("PHONE_MOVED", CustomerSchema.PHONES, value, field.path(), "Stood in " + field.path() + " with another number")) {
                return false;
            }
        }

        return true;
    }

    /** The extension has no field of its own: it goes to the record's map of extras, else it stays in the form of RFC 3966. */
    private static String written(final WorkingField field, final PhoneNumber number) {
        if (number.extension().isEmpty()) {
            return number.e164();
        }

        final String key = field.path().substring(1).replace('/', '_') + "_extension";
        final boolean kept = field.group().record().keepExtra("PHONE_EXTENSION", key, number.extension(), field.path(), "The extension of the number");
        return kept ? number.e164() : number.e164() + EXTENSION_MARK + number.extension();
    }
}
