package org.nificrm.values.address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UsAddressParserTest {
    private final UsAddressParser parser = new UsAddressParser();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "1600 Pennsylvania Ave NW, Washington, DC 20500 | 1600 | Pennsylvania Ave NW | - | - | Washington | DC | 20500",
            "1600 Pennsylvania Ave NW Washington DC 20500-0003 USA | 1600 | Pennsylvania Ave NW | - | - | Washington | DC | 20500-0003",
            "350 5th Ave, Fl 34, New York, New York 10118 | 350 | 5th Ave | Fl 34 | - | New York | NY | 10118",
            "12 Elm St Apt 4B Salt Lake City UT 84101 | 12 | Elm St | Apt 4B | - | Salt Lake City | UT | 84101",
            "99 County Road 12 Council Bluffs IA 51501 | 99 | County Road 12 | - | - | Council Bluffs | IA | 51501",
            "77 W Main St St Paul MN 55102 | 77 | W Main St | - | - | St Paul | MN | 55102",
            "PO Box 1234, Juneau, AK 99801 | - | - | - | PO Box 1234 | Juneau | AK | 99801",
            "P.O. Box 77 Baton Rouge LA 70801 | - | - | - | P.O. Box 77 | Baton Rouge | LA | 70801",
            "18 Oak Ct | 18 | Oak Ct | - | - | - | - | -",
            "5 Elm Row, Newark, N.J. 07102 | 5 | Elm Row | - | - | Newark | NJ | 07102",
            "18 Oak Ave, Boise ID | 18 | Oak Ave | - | - | Boise | ID | -",
            "18 Oak Ct, Tower FL 3 | 18 | Oak Ct | - | - | - | - | -",
            "18 Oak Ct, Boise, Idaho | 18 | Oak Ct | - | - | Boise | ID | -",
    })
    void takesTheLineApart(final String raw, final String number, final String street, final String unit, final String poBox,
                           final String city, final String state, final String postcode) {
        final UsAddress expected = new UsAddress(part(number), part(street), part(unit), part(poBox), part(city), part(state), part(postcode));
        assertEquals(expected, parser.parse(raw));
    }

    @Test
    void readsAddressesOnSeveralLines() {
        final UsAddress address = parser.parse("ACME Corp\n12 Elm St\nSuite 5\nPortland, OR 97201");
        assertEquals("12", address.number());
        assertEquals("Portland", address.city());
        assertEquals("OR", address.state());
    }

    @Test
    void doesNotInventAPlace() {
        assertFalse(parser.parse("Flat 3, 10 Downing Street, London SW1A 2AA").hasPlace());
        assertFalse(parser.parse("").hasPlace());
    }

    @Test
    void takesAnyText() {
        final Random random = new Random(9);
        final String[] pieces = {"12", "Main", "St", "Apt", "#", "Box", "PO", ",", "CA", "90210", "New York", "\n", "🚀", "rr", "-", ".", "USA"};
        for (int i = 0; i < 20_000; i++) {
            final StringBuilder raw = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                raw.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }

            final String postcode = parser.parse(raw.toString()).postcode();
            assertTrue(postcode.isEmpty() || postcode.matches("\\d{5}(-\\d{4})?"));
        }
    }

    private static String part(final String text) {
        return text == null ? "" : text;
    }
}
