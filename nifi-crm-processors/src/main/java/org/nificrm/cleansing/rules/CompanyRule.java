package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.cleansing.WorkingRecord;
import org.nificrm.customer.Severity;
import org.nificrm.values.company.CompanyName;
import org.nificrm.values.company.CompanyNameParser;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;

/** The company's legal name stays; its base name and its legal form are kept among the extras. */
public final class CompanyRule extends FieldRule {

    private static final String CODE = "COMPANY_NAME_PARTS";

    private final CompanyNameParser parser;
    private final boolean keepParts;

    public CompanyRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.COMPANY_NAME));
        final List<String> forms = settings.options().texts("legalForms");
        this.parser = forms.isEmpty() ? CompanyNameParser.standard() : CompanyNameParser.withForms(new LinkedHashSet<>(forms));
        this.keepParts = settings.options().flag("keepParts", true);
    }

    @Override
    protected void apply(final WorkingField field) {
        final String text = field.text();
        if (text == null || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            field.keep("COMPANY_NAME_INVALID", Severity.WARNING, Dimension.VALIDITY, "No name: there is neither a letter nor a digit");
            return;
        }

        field.accept();
        if (keepParts && field.group().isRoot()) {
            final CompanyName name = parser.parse(text);
            if (!name.legalForm().isEmpty()) {
                final WorkingRecord record = field.group().record();
                record.keepExtra(CODE, "company_base_name", name.base(), field.path(), "The company's name without its legal form");
                record.keepExtra(CODE, "company_legal_form", name.legalForm(), field.path(), "The company's legal form");
            }
        }
    }
}
