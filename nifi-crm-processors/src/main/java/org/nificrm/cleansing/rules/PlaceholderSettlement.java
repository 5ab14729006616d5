package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.PlaceholderPolicy;
import org.nificrm.cleansing.WorkingField;

/** What is done with a value that stands for nothing, whichever rule finds it. */
final class PlaceholderSettlement {

    private static final String PLACEHOLDER = "PLACEHOLDER";
    private static final String MESSAGE = "Stands for no value";

    private PlaceholderSettlement() {
    }

    static void settle(final WorkingField field, final PlaceholderPolicy policy) {
        switch (policy) {
            case CLEAR -> field.clear(PLACEHOLDER, MESSAGE);
            case KEEP -> field.keepPlaceholder(PLACEHOLDER, Action.KEPT, MESSAGE);
            case QUARANTINE -> {
                field.keepPlaceholder(PLACEHOLDER, Action.QUARANTINED, MESSAGE);
                field.group().record().quarantine(PLACEHOLDER);
            }
        }
    }
}
