package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.Severity;
import org.nificrm.values.identifier.IdentifierStatus;
import org.nificrm.values.identifier.ResidentIdParser;
import org.nificrm.values.identifier.ResidentIdReading;

import java.util.EnumSet;

/** Chinese resident identity numbers (GB 11643): form, province, date, check character. Those of other countries stay as they are. */
public final class NationalIdRule extends FieldRule {

    private static final String CHINA = "CN";
    private static final int LENGTH = 18;

    private final boolean expand;
    private final boolean fillBirthDate;

    public NationalIdRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.NATIONAL_ID));
        this.expand = settings.options().flag("expand", false);
        this.fillBirthDate = settings.options().flag("fillBirthDate", true);
    }

    @Override
    protected void apply(final WorkingField field) {
        final String text = field.text();
        if (text == null || !CHINA.equals(field.group().region())) {
            return;
        }

        final ResidentIdReading reading = ResidentIdParser.parse(text);
        if (!reading.isValid()) {
            field.keep("NATIONAL_ID_INVALID", Severity.WARNING, Dimension.VALIDITY, reason(reading.status()));
            return;
        }

        field.accept();
        final String compact = text.replace(" ", "").replace("-", "").replace('x', 'X');
        final String number = reading.oldForm() && !expand ? compact : reading.id().number();
        if (!number.equals(text)) {
            field.rewrite("NATIONAL_ID_FORMATTED", number, reading.oldForm() && expand ? "15 digits completed to 18" : "Written without blanks, X in capitals");
        }

        final WorkingField birthDate = field.group().field(FieldRole.BIRTH_DATE);
        if (fillBirthDate && birthDate != null && !birthDate.isPresent() && number.length() == LENGTH) {
            birthDate.fill("BIRTH_DATE_FILLED", reading.id().birthDate().toString(), field.path(), null, "Stated by the identity number");
            birthDate.accept();
        }
    }

    private static String reason(final IdentifierStatus status) {
        return switch (status) {
            case REGION -> "Its first digits name no province";
            case DATE -> "Its birth date is on no calendar";
            case CHECK_CHARACTER -> "Its check character does not fit: something was mistyped";
            case FORM, VALID, PILOT -> "No resident identity number by its length or characters";
        };
    }
}
