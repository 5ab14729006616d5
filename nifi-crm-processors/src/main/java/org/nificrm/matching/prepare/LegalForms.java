package org.nificrm.matching.prepare;

import java.util.List;
import java.util.Set;

/**
 * Legal forms of companies, which say little about which company it is.
 */
final class LegalForms {
    private static final Set<String> FORMS = Set.of("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc",
            "llp", "lp", "plc", "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "se", "sa", "sas", "sarl", "srl", "spa", "sl", "bv", "nv",
            "ab", "as", "asa", "oy", "oyj", "aps", "sro", "zoo", "kft", "pty", "pte", "sdn", "bhd", "kk", "the", "and", "und", "et");
    private static final List<String> HAN_FORMS = List.of("股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "股份公司", "集团公司", "公司", "株式会社",
            "有限会社");

    private LegalForms() {
    }

    /** @return the folded name without legal forms; empty if nothing else is in it */
    static String strip(final String folded) {
        final StringBuilder rest = new StringBuilder(folded.length());
        for (final String word : folded.split(" ")) {
            if (!FORMS.contains(word) && !word.isEmpty()) {
                rest.append(rest.isEmpty() ? "" : " ").append(withoutHanForm(word));
            }
        }

        return rest.toString().strip();
    }

    private static String withoutHanForm(final String word) {
        if (Fold.isHan(word.charAt(word.length() - 1))) {
            for (final String form : HAN_FORMS) {
                if (word.endsWith(form)) {
                    return word.substring(0, word.length() - form.length());
                }
            }
        }

        return word;
    }
}
