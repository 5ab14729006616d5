package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.Severity;
import org.nificrm.document.DocumentObject;
import org.nificrm.values.text.FoldedText;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/** The words for genders become those of the rules document, by default the codes of HL7 FHIR: female, male, other, unknown. */
public final class GenderRule extends FieldRule {

    private final Map<String, String> valueByWord = new HashMap<>();

    public GenderRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.GENDER));
        final DocumentObject values = settings.options().object("values");
        for (final String value : values.keys()) {
            valueByWord.put(FoldedText.of(value), value);
            values.texts(value).forEach(word -> valueByWord.put(FoldedText.of(word), value));
        }
    }

    @Override
    protected void apply(final WorkingField field) {
        final String text = field.text();
        final String value = text == null ? null : valueByWord.get(FoldedText.of(text));
        if (value == null) {
            field.keep("GENDER_UNKNOWN", Severity.WARNING, Dimension.VALIDITY, "No word for a gender that the rules know; add it to them");
            return;
        }

        field.accept();
        if (!value.equals(text)) {
            field.rewrite("GENDER_CODED", value, "Written as in the rules");
        }
    }
}
