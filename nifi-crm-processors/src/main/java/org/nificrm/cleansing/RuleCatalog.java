package org.nificrm.cleansing;

import org.nificrm.cleansing.rules.AddressRule;
import org.nificrm.cleansing.rules.CompanyRule;
import org.nificrm.cleansing.rules.ConsistencyRule;
import org.nificrm.cleansing.rules.CountryRule;
import org.nificrm.cleansing.rules.DateRule;
import org.nificrm.cleansing.rules.EarlierIssuesRule;
import org.nificrm.cleansing.rules.EmailRule;
import org.nificrm.cleansing.rules.GenderRule;
import org.nificrm.cleansing.rules.NameCaseRule;
import org.nificrm.cleansing.rules.NameRule;
import org.nificrm.cleansing.rules.NationalIdRule;
import org.nificrm.cleansing.rules.PhoneRule;
import org.nificrm.cleansing.rules.PlaceholderRule;
import org.nificrm.cleansing.rules.PostalCodeRule;
import org.nificrm.cleansing.rules.RequiredRule;
import org.nificrm.cleansing.rules.TaxIdRule;
import org.nificrm.cleansing.rules.TextRule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Every rule there is, by its key in the rules document, in the order in which they run: text before everything that reads it,
 * placeholders before they could be taken for values, the country before what depends on it, and last what looks at the whole.
 */
final class RuleCatalog {

    static final Map<String, Function<RuleSettings, Rule>> FACTORIES = factories();

    /** The rules that judge the record as a whole, after reference systems have been asked. */
    static final Set<String> WHOLE_RECORD = Set.of("consistency", "required", "earlier_issues");

    private RuleCatalog() {
    }

    private static Map<String, Function<RuleSettings, Rule>> factories() {
        final Map<String, Function<RuleSettings, Rule>> factories = new LinkedHashMap<>();
        factories.put("text", TextRule::new);
        factories.put("placeholder", PlaceholderRule::new);
        factories.put("country", CountryRule::new);
        factories.put("address", AddressRule::new);
        factories.put("postal_code", PostalCodeRule::new);
        factories.put("name", NameRule::new);
        factories.put("name_case", NameCaseRule::new);
        factories.put("company_name", CompanyRule::new);
        factories.put("birth_date", DateRule::new);
        factories.put("gender", GenderRule::new);
        factories.put("national_id", NationalIdRule::new);
        factories.put("tax_id", TaxIdRule::new);
        factories.put("email", EmailRule::new);
        factories.put("phone", PhoneRule::new);
        factories.put("consistency", ConsistencyRule::new);
        factories.put("required", RequiredRule::new);
        factories.put("earlier_issues", EarlierIssuesRule::new);
        return factories;
    }
}
