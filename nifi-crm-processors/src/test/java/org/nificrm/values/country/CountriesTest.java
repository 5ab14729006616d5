package org.nificrm.values.country;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.Fuzz;
import org.nificrm.values.text.RandomText;

import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CountriesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            de, DE
            DEU, DE
            276, DE
            XK, XK
            Germany, DE
            germany, DE
            P.R.China, CN
            السعودية, SA
            Shqipëria, AL
            ' GERMANY ', DE
            Deutschland, DE
            Federal Republic of Germany, DE
            德国, DE
            ドイツ, DE
            독일, DE
            ألمانيا, DE
            UK, GB
            U.S.A., US
            美利坚合众国, US
            Great Britain, GB
            Côte d'Ivoire, CI
            cote divoire, CI
            Kingdom of Denmark, DK
            'Korea, Dem. People''s Rep.', KP
            Rep. of Korea, KR
            Tanzania (United Rep.), TZ
            'Macau, China', MO
            'China, Hong Kong', HK
            Guam (USA), GU
            St. Kitts & Nevis, KN
            República de Chile, CL
            大韩民国, KR
            蒙古国, MN
            """)
    void findsTheCountry(final String text, final String code) {
        assertEquals(CountryMatch.of(code), Countries.find(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Congo", "Korea", "Virgin Islands", "刚果"})
    void doesNotGuessBetweenCountries(final String text) {
        assertEquals(CountryMatch.AMBIGUOUS, Countries.find(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Atlantis", "Georgia (U.S. state)", "New", "Republic", "()", "000", "ZZ", "共和国", "France and Spain", "Greater London"})
    void leavesTheUnknownUnknown(final String text) {
        assertEquals(CountryMatch.UNKNOWN, Countries.find(text));
    }

    @Test
    void knowsNullAsUnknown() {
        assertEquals(CountryMatch.UNKNOWN, Countries.find(null));
    }

    @Test
    void knowsCodesInCapitalsOnly() {
        assertTrue(Countries.isCode("CN"));
        assertFalse(Countries.isCode("cn"));
        assertFalse(Countries.isCode("XX"));
        assertFalse(Countries.isCode(null));
    }

    @Test
    void takesAnyTextWithoutFailing() {
        final Random random = Fuzz.random(23);
        for (int i = 0; i < RandomText.INPUTS; i++) {
            final CountryMatch match = Countries.find(RandomText.next(random));
            assertEquals(match.isFound(), match.code() != null);
        }
    }
}
