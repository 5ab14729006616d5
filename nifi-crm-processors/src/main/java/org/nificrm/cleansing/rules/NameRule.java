package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.Rule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.cleansing.WorkingGroup;
import org.nificrm.cleansing.WorkingRecord;
import org.nificrm.values.name.PersonName;
import org.nificrm.values.name.PersonNameParser;
import org.nificrm.values.text.Placeholders;
import org.nificrm.values.text.TextNormalizer;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A person's full name fills the parts that are empty; a title that stands in a part moves to its own field. */
public final class NameRule implements Rule {

    private static final String SPLIT = "NAME_SPLIT";

    private final Locale locale;
    private final Map<String, Locale> localeByRegion = new ConcurrentHashMap<>();

    public NameRule(final RuleSettings settings) {
        this.locale = settings.general().locale();
    }

    @Override
    public void apply(final WorkingRecord record) {
        if (record.isOrganization()) {
            return;
        }

        final WorkingGroup group = record.root();
        final WorkingField fullName = group.field(FieldRole.FULL_NAME);
        final boolean named = group.text(FieldRole.FIRST_NAME) != null || group.text(FieldRole.LAST_NAME) != null;
        if (fullName != null && fullName.isPresent() && !fullName.isPlaceholder() && !named && NameCaseRule.isName(fullName.text())) {
            split(fullName);
        }

        moveTitle(group, FieldRole.FIRST_NAME);
        moveTitle(group, FieldRole.LAST_NAME);
    }

    private void split(final WorkingField fullName) {
        final WorkingGroup group = fullName.group();
        final PersonName name = parse(fullName);
        fill(group, FieldRole.TITLE, name.title(), fullName);
        fill(group, FieldRole.FIRST_NAME, name.first(), fullName);
        fill(group, FieldRole.MIDDLE_NAME, name.middle(), fullName);
        fill(group, FieldRole.LAST_NAME, name.last(), fullName);
        fill(group, FieldRole.NAME_SUFFIX, name.suffix(), fullName);
        if (!name.nickname().isEmpty()) {
            group.record().keepExtra(SPLIT, "nickname", name.nickname(), fullName.path(), "Stood in quotes or brackets in the full name");
        }
    }

    private PersonName parse(final WorkingField field) {
        final String region = field.group().region();
        final Locale hint = region == null ? locale
                : localeByRegion.computeIfAbsent(region, code -> new Locale.Builder().setLanguage(locale.getLanguage()).setRegion(code).build());
        return PersonNameParser.parse(field.text(), hint);
    }

    private static void fill(final WorkingGroup group, final FieldRole role, final String part, final WorkingField from) {
        final Placeholders.Kind kind = PlaceholderRule.kind(role);
        if (!part.isEmpty() && group.isVacant(role) && !Placeholders.standard().isPlaceholder(part, kind)) {
            final WorkingField field = group.field(role);
            field.fill(SPLIT, part, from.path(), null, "Taken from the full name");
            field.accept();
        }
    }

    /** Only where the title cannot be a name, Dr. and Mrs. with their dot, 先生 after a family name, and stands before or behind all the rest. */
    private void moveTitle(final WorkingGroup group, final FieldRole role) {
        final WorkingField field = group.field(role);
        if (field == null || !field.isPresent() || !NameCaseRule.isName(field.text()) || !group.isVacant(FieldRole.TITLE)) {
            return;
        }

        final String text = field.text();
        final PersonName name = parse(field);
        final boolean certain = name.title().endsWith(".") || name.title().codePoints().anyMatch(Character::isIdeographic);
        if (!certain) {
            return;
        }

        final String rest = TextNormalizer.normalize(withoutTitle(text, name.title()));
        if (!rest.equals(text) && NameCaseRule.isName(rest) && !Placeholders.standard().isPlaceholder(rest, Placeholders.Kind.NAME)) {
            field.rewrite("NAME_TITLE", rest, "The title has its own field");
            group.field(FieldRole.TITLE).fill("NAME_TITLE", name.title(), field.path(), null, "Stood in " + field.path());
        }
    }

    private static String withoutTitle(final String text, final String title) {
        if (text.startsWith(title)) {
            return text.substring(title.length());
        }

        return text.endsWith(title) ? text.substring(0, text.length() - title.length()) : text;
    }
}
