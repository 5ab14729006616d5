package org.nificrm.processors;

import java.util.Arrays;
import java.util.List;

/** Names that a property holds, separated by commas. */
final class Names {

    private Names() {
    }

    /** @param text null for none */
    static List<String> of(final String text) {
        return text == null ? List.of() : separated(text, ",");
    }

    /** @param separator regular expression */
    static List<String> separated(final String text, final String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
