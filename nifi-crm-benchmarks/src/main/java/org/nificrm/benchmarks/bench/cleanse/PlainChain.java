package org.nificrm.benchmarks.bench.cleanse;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import com.sanctionco.jmail.JMail;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.customer.CustomerSchema;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a script would do with the same record: normal form of the texts by the JDK, phones by libphonenumber, e-mail by JMail, the birth
 * date by the JDK, and a new record. It explains nothing, fills nothing and measures nothing.
 */
final class PlainChain implements Consumer<Record> {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private int sink;

    @Override
    public void accept(final Record record) {
        final Map<String, Object> values = new LinkedHashMap<>(record.toMap());
        values.replaceAll((name, value) -> value instanceof final String text ? Normalizer.normalize(text, Normalizer.Form.NFC).strip() : value);
        final String region = record.getAsString(CustomerSchema.COUNTRY);
        values.computeIfPresent(CustomerSchema.PHONE, (name, value) -> e164((String) value, region));
        values.computeIfPresent(CustomerSchema.MOBILE, (name, value) -> e164((String) value, region));
        values.computeIfPresent(CustomerSchema.EMAIL, (name, value) -> JMail.isValid((String) value) ? value : null);
        values.computeIfPresent(CustomerSchema.BIRTH_DATE, (name, value) -> day((String) value));
        sink += new MapRecord(CustomerSchema.SCHEMA, values).toMap().size();
    }

    private static String e164(final String text, final String region) {
        try {
            final Phonenumber.PhoneNumber number = PHONES.parse(text, region);
            return PHONES.isValidNumber(number) ? PHONES.format(number, PhoneNumberUtil.PhoneNumberFormat.E164) : text;
        } catch (final NumberParseException e) {
            return text;
        }
    }

    private static String day(final String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (final DateTimeException e) {
            return text;
        }
    }

    int sink() {
        return sink;
    }
}
