package org.nificrm.matching.model;

import org.junit.jupiter.api.Test;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScorerTest {
    private static final MatchFields FIELDS = MatchFields.parse("""
            {"given": "given_name", "family": "surname", "born": "birth_date", "mail": "email", "street": "street", "town": "city",
             "code": "postal_code"}""");

    private final ProfileReader reader = new ProfileReader(FIELDS);
    private final Scorer scorer = new Scorer(MatchModel.builtIn(FIELDS), 1_000);

    @Test
    void aPersonWhoMovedPaysOnceForTheWholeAddress() {
        final Profile before = profile("Greta", "Lindqvist", "1980-05-04", null, "Hafenkai 3", "Husum", "25813");
        final Profile elsewhere = profile("Greta", "Lindqvist", "1980-05-04", null, "Domplatz 71", "Bonn", "53111");
        final Profile inAnotherStreet = profile("Greta", "Lindqvist", "1980-05-04", null, "Domplatz 71", null, null);

        assertEquals(scorer.score(before, inAnotherStreet), scorer.score(before, elsewhere), 1);
    }

    @Test
    void addressesMadeOfTheNameAreAlikeForNamesakesTooAndSayLittle() {
        final Profile one = profile("Kevin", "Allen", null, "kevin_allen@example.org", null, null, null);
        final Profile namesake = profile("Kevin", "Allen", null, "kevinallen@example.org", null, null, null);
        final Profile married = profile("Kevin", "Brandner", null, "kevinallen@example.org", null, null, null);

        assertTrue(emailBits(one, namesake) < 3);
        assertTrue(emailBits(one, married) > 10);
    }

    private double emailBits(final Profile first, final Profile second) {
        return scorer.explain(first, second).steps().stream().filter(step -> step.attribute().equals("email")).findFirst().orElseThrow().bits();
    }

    private Profile profile(final String... values) {
        return reader.read(new SourceRecord(new SourceKey("", "1"), values));
    }
}
