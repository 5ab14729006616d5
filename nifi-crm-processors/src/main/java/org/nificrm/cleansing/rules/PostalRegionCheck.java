package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.FieldRole;
import org.nificrm.values.address.PostalRegions;

import java.util.Map;

/** The postal code lies in the state or province, for countries whose codes tell. */
final class PostalRegionCheck implements ConsistencyCheck {

    @Override
    public String code() {
        return "POSTAL_CODE_REGION_DIFFERS";
    }

    @Override
    public FieldRole field() {
        return FieldRole.POSTAL_CODE;
    }

    @Override
    public String message() {
        return "The postal code belongs to another state or province";
    }

    @Override
    public Verdict check(final Map<FieldRole, Object> values) {
        if (!(values.get(FieldRole.COUNTRY) instanceof final String country && values.get(FieldRole.REGION) instanceof final String region
                && values.get(FieldRole.POSTAL_CODE) instanceof final String code)) {
            return Verdict.NOT_APPLICABLE;
        }

        return switch (PostalRegions.check(country, region, code)) {
            case VALID -> Verdict.PASSED;
            case INVALID -> Verdict.FAILED;
            case UNCHECKED -> Verdict.NOT_APPLICABLE;
        };
    }
}
