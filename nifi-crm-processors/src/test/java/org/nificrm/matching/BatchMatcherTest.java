package org.nificrm.matching;

import org.junit.jupiter.api.Test;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.model.MatchModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BatchMatcherTest {

    @Test
    void membersOfAHouseholdStayApartAndCopiesOfAPersonMeet() {
        final List<SourceRecord> records = TestRecords.households(400, 7);

        assertTrue(PairF1.of(records, match(records, 1).clusters()) > 0.97);
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheResult() {
        final List<SourceRecord> records = TestRecords.households(150, 3);

        final BatchMatch one = match(records, 1);
        final BatchMatch four = match(records, 4);

        assertArrayEquals(one.clusters(), four.clusters());
        assertEquals(one.scorer().model().toJson(), four.scorer().model().toJson());
    }

    @Test
    void aModelReadBackFromItsDocumentGivesTheSameGroups() {
        final List<SourceRecord> records = TestRecords.households(100, 5);
        final BatchMatch learned = match(records, 1);
        final BatchMatcher again = new BatchMatcher(MatchSettings.of(TestRecords.FIELDS));
        records.forEach(again::add);

        final MatchModel model = MatchModel.fromJson(learned.scorer().model().toJson(), TestRecords.FIELDS);

        assertArrayEquals(learned.clusters(), again.match(model).clusters());
        assertEquals(learned.scorer().model().version(), model.version());
    }

    @Test
    void swappedNamesAndACharacterNameInPinyinAreTheSamePerson() {
        final List<SourceRecord> records = List.of(
                TestRecords.record("1-0", "Greta", "Lindqvist", "1980-05-04", null, "Hafenkai 3", "Husum"),
                TestRecords.record("1-1", "Lindqvist", "Greta", "1980-05-04", null, "Hafenkai 3", "Husum"),
                TestRecords.record("2-0", "伟", "王", "1975-11-30", null, "Domplatz 9", "Bonn"),
                TestRecords.record("2-1", "Wei", "Wang", "1975-11-30", null, "Domplatz 9", "Bonn"));

        final BatchMatch match = match(records, 1);

        assertEquals(match.goldenId(0), match.goldenId(1));
        assertEquals(match.goldenId(2), match.goldenId(3));
        assertNotEquals(match.goldenId(0), match.goldenId(2));
    }

    @Test
    void manyCopiesThatHaveLittleToCompareMeet() {
        final List<SourceRecord> records = new ArrayList<>(TestRecords.households(300, 5));
        records.addAll(TestRecords.copiesOfAContact(40));

        final int[] clusters = match(records, 1).clusters();

        assertEquals(1, Arrays.stream(clusters, records.size() - 40, records.size()).distinct().count());
    }

    @Test
    void recordsThatHaveLittleInCommonMeetInOneThatHasAll() {
        final List<SourceRecord> records = List.of(
                TestRecords.record("1-0", "Greta", "Lindqvist", "1980-05-04", "g.lindqvist@example.org", "Hafenkai 3", "Husum"),
                TestRecords.record("1-1", null, "Lindqvist", null, "g.lindqvist@example.org", null, null),
                TestRecords.record("1-2", "Greta", null, "1980-05-04", null, "Hafenkai 3", "Husum"));

        final BatchMatch match = match(records, 1);

        assertEquals(match.goldenId(0), match.goldenId(1));
        assertEquals(match.goldenId(0), match.goldenId(2));
    }

    @Test
    void seniorAndJuniorAreNeverOnePerson() {
        final List<SourceRecord> records = List.of(
                TestRecords.record("1-0", "Paul", "Moreau Sr", "1950-01-02", "moreau@example.org", "Feldgasse 1", "Celle"),
                TestRecords.record("2-0", "Paul", "Moreau Jr", "1950-01-02", "moreau@example.org", "Feldgasse 1", "Celle"));

        final BatchMatch match = match(records, 1);

        assertNotEquals(match.goldenId(0), match.goldenId(1));
    }

    @Test
    void aPetNameIsTheSamePerson() {
        final List<SourceRecord> records = List.of(
                TestRecords.record("1-0", "William", "Hartwig", "1950-01-02", null, "Feldgasse 1", "Celle"),
                TestRecords.record("1-1", "Bill", "Hartwig", "1950-01-02", null, "Feldgasse 1", "Celle"));

        final BatchMatch match = match(records, 1);

        assertEquals(match.goldenId(0), match.goldenId(1));
    }

    @Test
    void twoDifferentValidIdentifiersAreNeverOnePerson() {
        final MatchFields fields = MatchFields.parse("""
                {"name": "full_name", "born": "birth_date", "id": "national_id"}""");
        final BatchMatcher matcher = new BatchMatcher(MatchSettings.of(fields));
        matcher.add(TestRecords.record("1-0", "王小明", "1990-03-07", "110105199003071239"));
        matcher.add(TestRecords.record("1-1", "王小明", "1990-03-07", "110105199003071239"));
        matcher.add(TestRecords.record("2-0", "王小明", "1990-03-07", "110105199003071263"));

        final BatchMatch match = matcher.match();

        assertEquals(match.goldenId(0), match.goldenId(1));
        assertNotEquals(match.goldenId(0), match.goldenId(2));
    }

    @Test
    void anAbbreviatedCompanyWithoutItsLegalFormIsTheSameAndItsBranchElsewhereIsNot() {
        final MatchFields fields = MatchFields.parse("""
                {"name": "company", "web": "web_domain", "street": "street", "town": "city"}""");
        final BatchMatcher matcher = new BatchMatcher(MatchSettings.of(fields));
        matcher.add(TestRecords.record("1-0", "Brandner Engineering GmbH & Co. KG", "brandner.example", "Hafenkai 12", "Husum"));
        matcher.add(TestRecords.record("1-1", "Brandner Engi.", "www.brandner.example", "Hafenkai 12", "Husum"));
        matcher.add(TestRecords.record("2-0", "Brandner Engineering GmbH", "brandner.example", "Domplatz 7", "Bonn"));

        final BatchMatch match = matcher.match();

        assertEquals(match.goldenId(0), match.goldenId(1));
        assertNotEquals(match.goldenId(0), match.goldenId(2));
    }

    @Test
    void noRecordsGiveNoGroups() {
        assertEquals(0, match(List.of(), 1).clusters().length);
    }

    private static BatchMatch match(final List<SourceRecord> records, final int threads) {
        final BatchMatcher matcher = new BatchMatcher(MatchSettings.of(TestRecords.FIELDS).withThreads(threads));
        records.forEach(matcher::add);
        return matcher.match();
    }
}
