package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.Severity;
import org.nificrm.document.DocumentObject;
import org.nificrm.values.country.Countries;
import org.nificrm.values.country.CountryMatch;
import org.nificrm.values.text.FoldedText;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/** Countries become codes of ISO 3166-1 alpha-2; a name that fits several countries stays. */
public final class CountryRule extends FieldRule {

    private final Map<String, String> codeByAlias = new HashMap<>();

    public CountryRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.COUNTRY));
        final DocumentObject aliases = settings.options().object("aliases");
        aliases.textMap().forEach((alias, code) -> {
            if (Countries.isCode(code)) {
                codeByAlias.put(FoldedText.of(alias), code);
            } else {
                aliases.problem(alias, "is '%s', which is no country code of two letters".formatted(code));
            }
        });
    }

    @Override
    protected void apply(final WorkingField field) {
        final String text = field.text();
        if (text == null || Countries.isCode(text)) {
            field.accept();
            return;
        }

        final String alias = codeByAlias.get(FoldedText.of(text));
        final CountryMatch match = Countries.find(text);
        if (alias != null || match.isFound()) {
            field.accept();
            field.rewrite("COUNTRY_CODED", alias == null ? match.code() : alias, "Written as code of ISO 3166-1");
        } else if (match.outcome() == CountryMatch.Outcome.AMBIGUOUS) {
            field.keep("COUNTRY_AMBIGUOUS", Severity.WARNING, Dimension.VALIDITY, "The name of more than one country");
        } else {
            field.keep("COUNTRY_UNKNOWN", Severity.WARNING, Dimension.VALIDITY, "No country that the rules know; add it to their aliases");
        }
    }
}
