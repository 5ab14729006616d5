package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.FieldRole;
import org.nificrm.values.identifier.ResidentId;
import org.nificrm.values.identifier.ResidentIdParser;
import org.nificrm.values.identifier.Sex;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** What a Chinese resident identity number states agrees with the birth date and the gender of the record. */
enum ResidentIdCheck implements ConsistencyCheck {

    BIRTH_DATE("NATIONAL_ID_BIRTH_DATE_DIFFERS", FieldRole.BIRTH_DATE, "The identity number states another birth date") {
        @Override
        Verdict compare(final ResidentId id, final Object value) {
            final LocalDate day = Dates.day(value);
            return day == null ? Verdict.NOT_APPLICABLE : Verdict.of(day.equals(id.birthDate()));
        }
    },

    GENDER("NATIONAL_ID_GENDER_DIFFERS", FieldRole.GENDER, "The identity number states another sex") {
        @Override
        Verdict compare(final ResidentId id, final Object value) {
            return switch (String.valueOf(value)) {
                case "female" -> Verdict.of(id.sex() == Sex.FEMALE);
                case "male" -> Verdict.of(id.sex() == Sex.MALE);
                default -> Verdict.NOT_APPLICABLE;
            };
        }
    };

    private static final Pattern RESIDENT_ID = Pattern.compile("\\d{17}[\\dX]|\\d{15}");

    private final String code;
    private final FieldRole field;
    private final String message;

    ResidentIdCheck(final String code, final FieldRole field, final String message) {
        this.code = code;
        this.field = field;
        this.message = message;
    }

    abstract Verdict compare(ResidentId id, Object value);

    @Override
    public String code() {
        return code;
    }

    @Override
    public FieldRole field() {
        return field;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public Verdict check(final Map<FieldRole, Object> values) {
        final boolean stated = values.containsKey(field) && values.get(FieldRole.NATIONAL_ID) instanceof final String number && RESIDENT_ID.matcher(number).matches();
        final ResidentId id = stated ? ResidentIdParser.parse((String) values.get(FieldRole.NATIONAL_ID)).id() : null;
        return id == null ? Verdict.NOT_APPLICABLE : compare(id, values.get(field));
    }
}
