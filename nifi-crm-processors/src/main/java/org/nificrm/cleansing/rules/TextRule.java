package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.Severity;
import org.nificrm.values.text.Mojibake;
import org.nificrm.values.text.TextNormalizer;

import java.util.EnumSet;

/** Texts that were read in the wrong character set are read in the right one, and all take their normal form: composed characters, half width, single blanks, nothing invisible. */
public final class TextRule extends FieldRule {

    /** What one repair or the normal form brings to light may need another. */
    private static final int MOST_PASSES = 4;

    private final boolean repairMojibake;

    public TextRule(final RuleSettings settings) {
        super(EnumSet.complementOf(EnumSet.copyOf(FieldRole.IDENTITY)));
        this.repairMojibake = settings.options().flag("repairMojibake", true);
    }

    @Override
    protected void apply(final WorkingField field) {
        if (!(field.value() instanceof final String delivered)) {
            return;
        }

        String text = delivered;
        boolean repaired = false;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            final String read = repairMojibake ? Mojibake.repair(text) : text;
            final String normal = TextNormalizer.normalize(read);
            repaired |= !read.equals(text);
            if (normal.equals(text)) {
                break;
            }

            text = normal;
        }

        settle(field, delivered, text, repaired);
    }

    private static void settle(final WorkingField field, final String delivered, final String text, final boolean repaired) {
        if (text.isEmpty()) {
            field.clear("TEXT_EMPTY", "There is nothing in it that can be seen");
        } else if (repaired) {
            field.repair("TEXT_MOJIBAKE", text, "Was read in the wrong character set");
        } else if (!text.equals(delivered)) {
            field.rewrite("TEXT_NORMALIZED", text, "Blanks, width and invisible characters in normal form");
        }

        if (TextNormalizer.hasLostCharacters(text)) {
            field.keep("TEXT_LOST_CHARACTERS", Severity.ERROR, Dimension.VALIDITY,
                    "Characters were lost before the record came; read the source again with its own character set");
        }
    }
}
