package org.nificrm.values.name;

import org.nificrm.values.text.WordLists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Forms of one given name: short forms, pet names, the same name in other languages.
 */
public final class GivenNameForms {
    private static final Map<String, List<String>> NAMES = names();

    private GivenNameForms() {
    }

    private static Map<String, List<String>> names() {
        final WordLists lists = WordLists.read(GivenNameForms.class, "given-name-forms.txt");
        final Map<String, List<String>> names = new HashMap<>();
        for (final String name : lists.names()) {
            names.computeIfAbsent(name, absent -> new ArrayList<>()).add(name);
            lists.get(name).forEach(form -> names.computeIfAbsent(form, absent -> new ArrayList<>()).add(name));
        }

        return names;
    }

    /**
     * The names of which this is a form.
     *
     * @param form in small letters without diacritics
     * @return the names, among them the form itself if it is one; empty if nothing is known of it
     */
    public static List<String> of(final String form) {
        return NAMES.getOrDefault(form, List.of());
    }
}
