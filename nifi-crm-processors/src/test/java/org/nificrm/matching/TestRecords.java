package org.nificrm.matching;

import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Persons in households, with known truth: the id of a record starts with the number of its person. */
final class TestRecords {
    static final MatchFields FIELDS = MatchFields.parse("""
            {"given": "given_name", "family": "surname", "born": "birth_date", "mail": "email", "street": "street", "town": "city"}""");

    private static final String[] GIVEN = {"Anna", "Bernd", "Clara", "Dieter", "Elena", "Felix", "Greta", "Hannes", "Ines", "Jakob", "Karin",
        "Lukas", "Marta", "Nils", "Olga", "Paul", "Rosa", "Simon", "Tanja", "Viktor", "伟", "娜", "秀英", "建国"};
    private static final String[] FAMILY = {"Albrecht", "Brandner", "Czerny", "Dorfler", "Eberhard", "Fuchsberger", "Grosse", "Hartwig", "Immler",
        "Jansen", "Kowalski", "Lindqvist", "Moreau", "Novotny", "Oberhauser", "Petrenko", "王", "李", "张", "Quandt", "Rossi", "Santini"};
    private static final String[] STREETS = {"Ahornweg", "Birkenallee", "Domplatz", "Eichenring", "Feldgasse", "Gartenstr", "Hafenkai", "Lindenhof"};
    private static final String[] TOWNS = {"Aachen", "Bonn", "Celle", "Dessau", "Erfurt", "Fulda", "Goslar", "Husum"};

    private TestRecords() {
    }

    static List<SourceRecord> households(final int households, final long seed) {
        final Random random = new Random(seed);
        final List<SourceRecord> records = new ArrayList<>();
        int person = 0;
        for (int household = 0; household < households; household++) {
            final String family = pick(FAMILY, random);
            final String street = pick(STREETS, random) + " " + (1 + random.nextInt(90));
            final String town = pick(TOWNS, random);
            final int members = 1 + random.nextInt(4);
            for (int member = 0; member < members; member++) {
                final String given = pick(GIVEN, random);
                final String born = "%d-%02d-%02d".formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
                final String mail = "user%d@example.org".formatted(random.nextInt(1_000_000));
                final int copies = 1 + random.nextInt(3);
                for (int copy = 0; copy < copies; copy++) {
                    records.add(record(person + "-" + copy, random.nextInt(25) == 0 ? null : typo(given, random), typo(family, random),
                            random.nextInt(6) == 0 ? null : born, random.nextInt(3) == 0 ? null : mail, typo(street, random), town));
                }

                person++;
            }
        }

        Collections.shuffle(records, random);
        return records;
    }

    /** Records of one person, of whom only the name and an e-mail address are known. */
    static List<SourceRecord> copiesOfAContact(final int copies) {
        return IntStream.range(0, copies).mapToObj(copy -> record("contact-" + copy, "Valentina", "Tereshkova", null, "tereshkova@example.org", null, null)).toList();
    }

    static SourceRecord record(final String id, final String... values) {
        return new SourceRecord(new SourceKey("", id), values);
    }

    static String person(final SourceRecord record) {
        return record.key().id().substring(0, record.key().id().indexOf('-'));
    }

    private static String pick(final String[] from, final Random random) {
        return from[random.nextInt(from.length)];
    }

    private static String typo(final String text, final Random random) {
        if (text.length() < 5 || random.nextInt(8) != 0) {
            return text;
        }

        final int position = 1 + random.nextInt(text.length() - 2);
        return text.substring(0, position) + text.substring(position + 1);
    }
}
