package org.nificrm.matching.survive;

import org.nificrm.matching.field.MatchField;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.Role;
import org.nificrm.values.email.EmailParser;
import org.nificrm.values.email.EmailStatus;
import org.nificrm.values.identifier.CreditCode;
import org.nificrm.values.identifier.IdentifierStatus;
import org.nificrm.values.identifier.ResidentIdParser;
import org.nificrm.values.phone.PhoneParser;

import java.util.HashMap;
import java.util.Map;

/**
 * Judges a value by the role its field has in matching. Only values of which more is known than that they are there can be
 * invalid: a foreign identity number counts as valid.
 */
public final class RoleValidity implements Validity {
    private static final int RESIDENT_ID_LENGTH = 18;

    private final Map<String, Role> roles = new HashMap<>();
    private final EmailParser emails = new EmailParser(false);
    private final PhoneParser phones = new PhoneParser();

    public RoleValidity(final MatchFields fields) {
        for (final MatchField field : fields.fields()) {
            roles.put(field.name(), field.role());
        }
    }

    @Override
    public boolean isValid(final String field, final Object value) {
        final String text = value.toString();
        final Role role = roles.getOrDefault(field, Role.CATEGORY);
        if (role.isMissing(text)) {
            return false;
        }

        if (role == Role.EMAIL) {
            return emails.parse(text).status() == EmailStatus.VALID;
        }

        if (role == Role.PHONE) {
            return phones.parse(text, null).isValid();
        }

        if (role == Role.NATIONAL_ID) {
            return text.strip().length() != RESIDENT_ID_LENGTH || ResidentIdParser.parse(text).isValid();
        }

        return role != Role.TAX_ID || text.strip().length() != RESIDENT_ID_LENGTH || CreditCode.check(text) == IdentifierStatus.VALID;
    }
}
