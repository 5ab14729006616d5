package org.nificrm.delivery.convert;

import org.nificrm.delivery.UnfitValueException;

import java.util.Locale;

/** True and false, in the words that databases themselves read. */
public final class Booleans {

    private Booleans() {
    }

    public static boolean of(final String field, final Object value) throws UnfitValueException {
        if (value instanceof Boolean bool) {
            return bool;
        }

        return switch (Texts.of(value).strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> true;
            case "false", "f", "no", "n", "off", "0" -> false;
            default -> throw Unfit.wrongType(field, "boolean");
        };
    }
}
