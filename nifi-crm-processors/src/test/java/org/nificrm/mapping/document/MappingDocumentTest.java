package org.nificrm.mapping.document;

import org.junit.jupiter.api.Test;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.mapping.MappingPlan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MappingDocumentTest {

    private static final ExpressionCheck ANY = expression -> expression.contains("${") && !expression.contains("}") ? Optional.of("unclosed") : Optional.empty();

    @Test
    void namesEveryMistakeAtOnceWithItsPlaceAndARemedy() {
        final List<DocumentProblem> problems = problems("""
                {"mapping": {
                  "name": "legacy", "unmaped": "drop", "onError": "colect", "locale": "zz_zz_zz_zz", "timeZone": "Mars/Olympus",
                  "valueMaps": {"status": {"entries": {"A": "active", "a": "other"}, "ignoreCase": true}},
                  "formats": {"date": ["yyyy-MM-dd", "bogus"]},
                  "fields": [
                    {"to": "/a", "from": "/A", "valuemap": "status"},
                    {"to": "/b", "from": "CustID"},
                    {"to": "/c", "from": "/C", "constant": "x"},
                    {"to": "/d", "from": "/D", "valueMap": "statuss"},
                    {"to": "/d", "from": "/D2"},
                    {"to": "/e", "from": "/E[. = ", "type": "integr"},
                    {"to": ["/x", "/y"], "from": "/F", "split": "personName"},
                    {"to": "/g", "from": ["/G", "/H"]},
                    {"to": "/h", "expression": "${open"},
                    {"to": "/i", "from": "/I", "type": "integer", "default": "none"},
                    {"from": "/J"}
                  ]}}""");

        assertEquals(List.of("/mapping/unmaped", "/mapping/locale", "/mapping/timeZone", "/mapping/formats/date/1", "/mapping/valueMaps/status/entries/a",
                "/mapping/fields/0/valuemap", "/mapping/fields/1/from", "/mapping/fields/2", "/mapping/fields/3/valueMap", "/mapping/fields/4/to",
                "/mapping/fields/5/from", "/mapping/fields/5/type", "/mapping/fields/6/split", "/mapping/fields/6/split", "/mapping/fields/7/from",
                "/mapping/fields/8/expression", "/mapping/fields/9/default", "/mapping/fields/10", "/mapping/onError"),
                problems.stream().map(DocumentProblem::pointer).toList());
        assertEquals("unknown key 'unmaped'; did you mean 'unmapped'?", problems.getFirst().message());
        assertEquals("two rules set '/d'; give them different conditions in 'when', or remove one", problems.get(9).message());
        assertTrue(problems.stream().allMatch(problem -> problem.message().length() > 10));
    }

    @Test
    void aKeyGivenTwiceIsAMistake() {
        final DocumentProblem problem = problems("{\"fields\": [{\"to\": \"/a\", \"constant\": \"x\", \"constant\": \"y\"}]}").getFirst();

        assertEquals("/fields/0/constant", problem.pointer());
        assertTrue(problem.message().contains("line 1"));
    }

    @Test
    void textThatIsNotJsonIsAMistakeToo() {
        assertEquals(1, problems("{\"fields\": [").size());
        assertEquals(1, problems("").size());
        assertEquals(1, problems("[]").size());
        assertEquals(1, problems("{\"fields\": [{\"to\": \"/a\", \"constant\": 1}]} trailing").size());
        assertTrue(problems("{}").getFirst().toString().startsWith("needs 'fields'"));
    }

    @Test
    void aRuleThatCouldNeverBeAskedIsAMistake() {
        final DocumentProblem problem = problems("""
                {"fields": [{"to": "/a", "constant": "x"}, {"to": "/a", "constant": "y", "when": "/T[. = 'y']"}]}""").getFirst();

        assertEquals("/fields/1/to", problem.pointer());
        assertTrue(problem.message().contains("put it last"));
    }

    @Test
    void aFieldCannotBeAValueAndARecord() {
        assertEquals("/fields/1/to", problems("{\"fields\": [{\"to\": \"/a\", \"from\": \"/A\"}, {\"to\": \"/a/b\", \"from\": \"/B\"}]}").getFirst().pointer());
        assertEquals("/fields/1/to", problems("{\"fields\": [{\"to\": \"/a/b\", \"from\": \"/A\"}, {\"to\": \"/a\", \"from\": \"/B\"}]}").getFirst().pointer());
    }

    @Test
    void commentsMayStandEverywhereAndAnythingBesideTheMapping() throws Exception {
        final MappingPlan plan = MappingDocument.compile("""
                {"comment": "c", "input": {}, "mapping": {"comment": "c", "fields": [{"comment": "c", "to": "/a", "from": "/A"}]}}""", ANY);

        assertEquals(1, plan.mappings().size());
    }

    @Test
    void shortRulesAreAddedAndMistakesNameTheirProperty() throws Exception {
        final MappingPlan plan = MappingDocument.compile(null, Map.of("first_name", "/FirstName"), ANY);
        assertEquals(1, plan.mappings().getFirst().rules().size());

        final InvalidDocumentException invalid = assertThrows(InvalidDocumentException.class,
                () -> MappingDocument.compile("{\"fields\": [{\"to\": \"/a\", \"from\": \"/A\"}]}", Map.of("/a", "/B"), ANY));
        assertTrue(invalid.problems().getFirst().pointer().startsWith("property '/a'"));
    }

    @Test
    void twoMappingsForOneSourceAreAMistake() {
        assertEquals("/mappings", problems("""
                {"mappings": [{"sourceSystem": "a", "fields": [{"to": "/a", "from": "/A"}]}, {"sourceSystem": "a", "fields": [{"to": "/a", "from": "/A"}]}]}""")
                .getFirst().pointer());
    }

    private static List<DocumentProblem> problems(final String document) {
        return assertThrows(InvalidDocumentException.class, () -> MappingDocument.compile(document, ANY)).problems();
    }
}
