package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.PlaceholderPolicy;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.document.DocumentObject;
import org.nificrm.values.text.Placeholders;
import org.nificrm.values.text.Placeholders.Kind;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Values that stand for nothing: exact lists for each kind of field, to which the rules document adds. */
public final class PlaceholderRule extends FieldRule {

    /** Words of the lists that are family names too; only written as names they are taken for such. */
    private static final Set<String> FAMILY_NAMES = Set.of("Null", "None", "Na", "No");

    /** Says of a gender that it was asked for: a code of HL7 FHIR, and the rule for genders writes it. */
    private static final String UNKNOWN = "unknown";

    private final Placeholders placeholders;
    private final PlaceholderPolicy policy;

    public PlaceholderRule(final RuleSettings settings) {
        super(EnumSet.complementOf(EnumSet.copyOf(FieldRole.IDENTITY)));
        this.placeholders = Placeholders.with(words(settings.options().object("words")));
        this.policy = settings.general().placeholderPolicy();
    }

    private static Map<Kind, Set<String>> words(final DocumentObject section) {
        final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
        try (section) {
            for (final Kind kind : Kind.values()) {
                final Set<String> list = new LinkedHashSet<>(section.texts(kind.name().toLowerCase(Locale.ROOT)));
                if (!list.isEmpty()) {
                    words.put(kind, list);
                }
            }
        }

        return words;
    }

    @Override
    protected void apply(final WorkingField field) {
        final LocalDate day = field.role() == FieldRole.BIRTH_DATE ? Dates.day(field.value()) : null;
        final String text = day == null ? field.text() : day.toString();
        final boolean familyName = field.role() == FieldRole.LAST_NAME && text != null && FAMILY_NAMES.contains(text);
        final boolean gender = field.role() == FieldRole.GENDER && UNKNOWN.equalsIgnoreCase(text);
        if (!familyName && !gender && placeholders.isPlaceholder(text, kind(field.role()))) {
            PlaceholderSettlement.settle(field, policy);
        }
    }

    /** The lists that hold for a field. */
    static Kind kind(final FieldRole role) {
        return switch (role) {
            case FULL_NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME, COMPANY_NAME -> Kind.NAME;
            case EMAIL -> Kind.EMAIL;
            case PHONE, MOBILE -> Kind.PHONE;
            case BIRTH_DATE, CREATED_AT, UPDATED_AT -> Kind.DATE;
            case POSTAL_CODE -> Kind.POSTAL_CODE;
            case NATIONAL_ID, TAX_ID -> Kind.IDENTIFIER;
            case ADDRESS_LINE1, ADDRESS_LINE2, DISTRICT, CITY, REGION, COUNTRY -> Kind.ADDRESS;
            case SOURCE_SYSTEM, SOURCE_ID, CUSTOMER_TYPE, TITLE, NAME_SUFFIX, GENDER, TEXT -> Kind.ANY;
        };
    }
}
