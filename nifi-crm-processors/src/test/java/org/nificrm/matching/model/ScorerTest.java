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

        assertEquals(scorer.score(before, inAnotherStreet), scorer.score(before, elsewhere), 2);
    }

    @Test
    void addressesMadeOfTheNameAreAlikeForNamesakesTooAndSayLittle() {
        final Profile one = profile("Kevin", "Allen", null, "kevin_allen@example.org", null, null, null);
        final Profile namesake = profile("Kevin", "Allen", null, "kevinallen@example.org", null, null, null);
        final Profile married = profile("Kevin", "Brandner", null, "kevinallen@example.org", null, null, null);

        assertTrue(emailBits(one, namesake) < 3);
        assertTrue(emailBits(one, married) > 10);
    }

    @Test
    void fatherAndSonOfOneNameInOneHouseAreTwoPersons() {
        final Profile father = profile("Peter", "Moreau", "1950-01-02", null, "Feldgasse 1", "Celle", "29221");
        final Profile son = profile("Peter", "Moreau", "1982-11-27", null, "Feldgasse 1", "Celle", "29221");
        final Profile fatherAgain = profile("Peter", "Moreau", null, null, "Feldgasse 1", "Celle", "29221");

        assertTrue(scorer.score(father, son) < 0);
        assertTrue(scorer.score(father, fatherAgain) > 0);
    }

    @Test
    void whatTwoRecordsMerelyHaveNotInCommonDoesNotKeepThemOutOfAGroup() {
        final Profile byMail = profile("Greta", null, null, "greta@example.org", null, null, null);
        final Profile byBirth = profile("Greta", null, "1980-05-04", null, null, "Husum", null);

        assertTrue(scorer.score(byMail, byBirth) < -2);
        assertTrue(scorer.scoreWithinGroup(byMail, byBirth) > -1);
        assertTrue(scorer.scoreWithinGroup(byMail, byBirth) < 0);
    }

    @Test
    void whatTwoRecordsDisagreeInKeepsThemOutOfAGroup() {
        final Profile one = profile("Greta", null, "1980-05-04", "greta@example.org", null, null, null);
        final Profile other = profile("Greta", null, "1951-12-30", "lindqvist@example.com", null, null, null);

        assertTrue(scorer.scoreWithinGroup(one, other) < -5);
    }

    private double emailBits(final Profile first, final Profile second) {
        return scorer.explain(first, second).steps().stream().filter(step -> step.attribute().equals("email")).findFirst().orElseThrow().bits();
    }

    private Profile profile(final String... values) {
        return reader.read(new SourceRecord(new SourceKey("", "1"), values));
    }
}
