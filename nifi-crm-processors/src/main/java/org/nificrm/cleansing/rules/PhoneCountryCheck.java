package org.nificrm.cleansing.rules;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.nificrm.cleansing.FieldRole;

import java.util.HashMap;
import java.util.Map;

/** The country calling code of the phone number is that of the customer's country. */
final class PhoneCountryCheck implements ConsistencyCheck {

    private final Map<String, String> prefixByRegion = new HashMap<>();

    PhoneCountryCheck() {
        final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (final String region : numbers.getSupportedRegions()) {
            prefixByRegion.put(region, "+" + numbers.getCountryCodeForRegion(region));
        }
    }

    @Override
    public String code() {
        return "PHONE_COUNTRY_DIFFERS";
    }

    @Override
    public FieldRole field() {
        return FieldRole.PHONE;
    }

    @Override
    public String message() {
        return "The phone number belongs to another country than the customer";
    }

    @Override
    public Verdict check(final Map<FieldRole, Object> values) {
        final Object phone = values.getOrDefault(FieldRole.PHONE, values.get(FieldRole.MOBILE));
        if (!(values.get(FieldRole.COUNTRY) instanceof final String country && phone instanceof final String number && number.startsWith("+"))) {
            return Verdict.NOT_APPLICABLE;
        }

        final String prefix = prefixByRegion.get(country);
        return prefix == null ? Verdict.NOT_APPLICABLE : Verdict.of(number.startsWith(prefix));
    }
}
