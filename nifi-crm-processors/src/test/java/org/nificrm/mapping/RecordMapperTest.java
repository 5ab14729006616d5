package org.nificrm.mapping;

import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.junit.jupiter.api.Test;
import org.nificrm.customer.Issue;
import org.nificrm.customer.Severity;
import org.nificrm.mapping.document.MappingDocument;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordMapperTest {

    @Test
    void mapsARecordOfAnotherShape() throws Exception {
        final Mapped mapped = map("""
                {"mapping": {
                  "name": "shop", "version": 3, "sourceSystem": "shop", "sourceKey": "/no", "locale": "de-DE", "timeZone": "Europe/Berlin",
                  "valueMaps": {"salutation": {"entries": {"Herr": "male", "Frau": "female"}, "onMiss": "null"}},
                  "formats": {"date": ["dd.MM.yyyy"], "true": ["ja"], "false": ["nein"], "null": ["", "k.A."]},
                  "fields": [
                    {"to": ["/first_name", "/last_name"], "from": "/name", "split": "personName"},
                    {"to": "/gender", "from": "/anrede", "valueMap": "salutation"},
                    {"to": "/birth_date", "from": "/geboren", "type": "date"},
                    {"to": "/newsletter", "from": "/newsletter", "type": "boolean"},
                    {"to": "/address/line", "from": ["/strasse", "/zusatz"], "join": ", ", "skipEmpty": true},
                    {"to": "/address/city", "from": "/ort"},
                    {"to": "/balance", "from": "/saldo", "type": "decimal(12,2)"},
                    {"to": "/phones", "items": ["/telefon", "/mobil"]},
                    {"to": "/segment", "constant": "vip", "when": "/klasse[. = 'A']"},
                    {"to": "/segment", "constant": "standard"},
                    {"to": "/orders", "forEach": "/bestellungen[*]", "fields": [
                      {"to": "/number", "from": "./nr", "required": true},
                      {"to": "/customer", "from": "/no"},
                      {"to": "/total", "from": "./summe", "type": "decimal(10,2)"}]}
                  ]}}""", """
                {"no": 17, "name": "Dr. Ada van der Berg", "anrede": "Frau", "geboren": "07.03.1985", "newsletter": "ja",
                 "strasse": "Am Markt 1", "zusatz": "k.A.", "ort": "Bonn", "saldo": "1.234,5", "telefon": null, "mobil": "0151 1",
                 "klasse": "B", "bestellungen": [{"nr": "A1", "summe": "10"}, {"nr": "A2", "summe": "1.000,25"}], "fax": "0228 2"}""");

        assertEquals(List.of(), mapped.issues());
        assertEquals(JsonRecords.plain(JsonRecords.record("""
                {"source_system": "shop", "source_id": "17", "first_name": "Ada", "last_name": "van der Berg", "gender": "female",
                 "birth_date": "1985-03-07", "newsletter": true, "address": {"line": "Am Markt 1", "city": "Bonn"}, "balance": "1234.50",
                 "phones": ["0151 1"], "segment": "standard",
                 "orders": [{"number": "A1", "customer": 17, "total": "10.00"}, {"number": "A2", "customer": 17, "total": "1000.25"}],
                 "extra": {"fax": "0228 2"}}""")).toString(), JsonRecords.plain(mapped.record()).toString());
    }

    @Test
    void theTargetSchemaDoesNotDependOnTheRecords() throws Exception {
        final RecordMapper mapper = open("""
                {"fields": [{"to": "/a", "from": "/A"}, {"to": "/b/c", "from": "/B", "type": "date"}, {"to": "/d", "constant": 7, "when": "/A[. = 'x']"}]}""",
                JsonRecords.record("{\"A\": \"x\", \"B\": \"2024-01-01\"}"));

        assertEquals(List.of("a", "b", "d", "extra"), mapper.targetSchema().getFieldNames());
        assertEquals(RecordFieldType.LONG, mapper.targetSchema().getDataType("d").orElseThrow().getFieldType());
        final Mapped empty = mapper.map(JsonRecords.record("{}"));
        assertEquals(mapper.targetSchema(), empty.record().getSchema());
        assertTrue(empty.isValid());
    }

    @Test
    void aRuleWithoutATypeKeepsTheTypeOfTheReader() throws Exception {
        final Mapped mapped = map("{\"fields\": [{\"to\": \"/age\", \"from\": \"/Age\"}, {\"to\": \"/home\", \"from\": \"/Home\"}]}",
                "{\"Age\": 36, \"Home\": {\"city\": \"London\"}}");

        assertEquals(36L, mapped.record().getValue("age"));
        assertEquals("London", ((Record) mapped.record().getValue("home")).getValue("city"));
        assertEquals(RecordFieldType.RECORD, mapped.record().getSchema().getDataType("home").orElseThrow().getFieldType());
    }

    @Test
    void allErrorsOfARecordAreCollected() throws Exception {
        final Mapped mapped = map("""
                {"locale": "en-US", "formats": {"date": ["dd/MM/yyyy", "MM/dd/yyyy"]},
                 "valueMaps": {"status": {"entries": {"A": "active"}}},
                 "fields": [
                  {"to": "/id", "from": "/ID", "required": true},
                  {"to": "/status", "from": "/Stat", "valueMap": "status"},
                  {"to": "/since", "from": "/Since", "type": "date"},
                  {"to": "/limit", "from": "/Limit", "type": "integer"},
                  {"to": ["/city", "/zip"], "from": "/Place", "split": {"regex": "(?<city>.+) (?<zip>\\\\d+)"}},
                  {"to": "/year", "from": "toBytes(/Since, 'no-such-charset')"},
                  {"to": "/orders", "forEach": "/Orders[*]", "fields": [{"to": "/date", "from": "./Dt", "type": "date"}]}]}""", """
                {"ID": " ", "Stat": "Q", "Since": "03/04/2020", "Limit": "many", "Place": "Bonn", "Orders": [{"Dt": "31/01/2020"}, {"Dt": "30/02/2020"}]}""");

        assertFalse(mapped.isValid());
        assertEquals(List.of("MAP_REQUIRED_MISSING /id", "MAP_VALUE_NOT_IN_MAP /status", "MAP_DATE_AMBIGUOUS /since", "MAP_TYPE /limit", "MAP_SPLIT /city",
                "MAP_EXPRESSION /year", "MAP_TYPE /orders[1]/date"), mapped.issues().stream().map(issue -> issue.code() + " " + issue.field()).toList());
        final Issue status = mapped.issues().get(1);
        assertEquals("/Stat", status.from());
        assertEquals("value 'Q' is not in value map 'status' (1 entries)", status.message());
        assertEquals("/Orders[1]/Dt", mapped.issues().getLast().from());
    }

    @Test
    void textThatTheTargetCannotHoldIsAnErrorAndCountedInCharacters() throws Exception {
        final String document = "{\"fields\": [{\"to\": \"/city\", \"from\": \"/City\", \"type\": \"string(3)\"}]}";

        assertEquals("MAP_TYPE", map(document, "{\"City\": \"Bonn\"}").issues().getFirst().code());
        assertTrue(map(document, "{\"City\": \"𠮷野町\"}").isValid());
    }

    @Test
    void setNullLetsTheRecordGoOnWithItsIssuesUnlessTheFieldIsRequired() throws Exception {
        final String document = """
                {"onError": "setNull", "fields": [{"to": "/age", "from": "/Age", "type": "integer"}, {"to": "/vip", "from": "/VIP", "type": "boolean", "required": true}]}""";

        final Mapped tolerated = map(document, "{\"Age\": \"old\", \"VIP\": \"yes\"}");
        assertTrue(tolerated.isValid());
        assertNull(tolerated.record().getValue("age"));
        assertEquals(Severity.WARNING, tolerated.issues().getFirst().severity());
        assertEquals("MAP_TYPE", ((Record) ((Object[]) tolerated.record().getValue(Issue.FIELD_NAME))[0]).getValue("code"));

        assertFalse(map(document, "{\"Age\": \"1\", \"VIP\": \"perhaps\"}").isValid());
        assertFalse(map(document, "{\"Age\": \"1\", \"VIP\": null}").isValid());
    }

    @Test
    void theFirstRuleWhoseConditionHoldsDecides() throws Exception {
        final String document = """
                {"unmapped": "drop", "fields": [
                  {"to": "/size", "constant": "large", "when": "/staff[. > 1000]"},
                  {"to": "/size", "constant": "medium", "when": "/staff[. > 50]"},
                  {"to": "/size", "constant": "small"}]}""";

        assertEquals("large", map(document, "{\"staff\": 2000}").record().getValue("size"));
        assertEquals("medium", map(document, "{\"staff\": 100}").record().getValue("size"));
        assertEquals("small", map(document, "{\"staff\": 5}").record().getValue("size"));
    }

    @Test
    void coalescePassesOverNullTokens() throws Exception {
        final String document = "{\"formats\": {\"null\": [\"\", \"-\"]}, \"fields\": [{\"to\": \"/phone\", \"from\": \"coalesce(/Mobile, /Tel, 'unknown')\"}]}";

        assertEquals("1", map(document, "{\"Mobile\": \" - \", \"Tel\": \"1\"}").record().getValue("phone"));
        assertEquals("unknown", map(document, "{\"Mobile\": \"-\", \"Tel\": null}").record().getValue("phone"));
    }

    @Test
    void fieldsThatNoRuleReadsAreKeptDownToTheLastDetail() throws Exception {
        final Mapped mapped = map("""
                {"fields": [{"to": "/city", "from": "/home/city"}, {"to": "/orders", "forEach": "/orders[*]", "fields": [{"to": "/no", "from": "./no"}]}]}""", """
                {"home": {"city": "Bonn", "zip": 53111}, "orders": [{"no": "A1", "note": "gift"}], "tags": ["x", "y"], "none": null}""");

        assertEquals(Map.of("home/zip", "53111", "orders[0]/note", "gift", "tags[0]", "x", "tags[1]", "y"), mapped.record().getValue("extra"));
    }

    @Test
    void unmappedFieldsCanBeDroppedPassedOrForbidden() throws Exception {
        final String document = "{\"unmapped\": \"%s\", \"fields\": [{\"to\": \"/a\", \"from\": \"/A\"}]}";
        final String record = "{\"A\": \"1\", \"B\": 2, \"a\": \"source\"}";

        assertEquals(List.of("a"), map(document.formatted("drop"), record).record().getSchema().getFieldNames());
        final Mapped passed = map(document.formatted("passThrough"), record);
        assertEquals(List.of("a", "B"), passed.record().getSchema().getFieldNames());
        assertEquals(2L, passed.record().getValue("B"));
        assertEquals("1", passed.record().getValue("a"));
        assertEquals(List.of("MAP_UNMAPPED_FIELD", "MAP_UNMAPPED_FIELD"),
                map(document.formatted("fail"), record).issues().stream().map(Issue::code).toList());
        assertTrue(map(document.formatted("fail"), "{\"A\": \"1\", \"B\": null}").isValid());
    }

    @Test
    void pathsThatTheReaderDoesNotKnowAreReported() throws Exception {
        final RecordMapper mapper = open("{\"fields\": [{\"to\": \"/a\", \"from\": \"/A/x\"}, {\"to\": \"/b\", \"from\": \"/Misspelt\", \"when\": \"/Nope[. = '1']\"}]}",
                JsonRecords.record("{\"A\": {\"x\": \"1\"}, \"B\": \"2\"}"));

        assertEquals(List.of("/Misspelt", "/Nope"), mapper.missingPaths());
    }

    @Test
    void stampsAreNamedAsTheDocumentNamesItsFields() throws Exception {
        assertEquals(List.of("sourceSystem", "sourceId", "lastName", "extra"), fields(
                "{\"sourceSystem\": \"erp\", \"sourceKey\": \"/id\", \"fields\": [{\"to\": \"/lastName\", \"from\": \"/n\"}]}"));
        assertEquals(List.of("source_system", "source_id", "name", "extra"), fields(
                "{\"sourceSystem\": \"erp\", \"sourceKey\": \"/id\", \"fields\": [{\"to\": \"/name\", \"from\": \"/n\"}]}"));
        assertEquals(List.of("origin", "mapped_by", "name", "extra"), fields("""
                {"sourceSystem": "erp", "stamp": {"sourceSystem": "origin", "mappingName": "mapped_by"}, "fields": [{"to": "/name", "from": "/n"}]}"""));
    }

    private static List<String> fields(final String document) throws Exception {
        return open(document, JsonRecords.record("{\"id\": \"1\", \"n\": \"x\"}")).targetSchema().getFieldNames();
    }

    private static Mapped map(final String document, final String json) throws Exception {
        final Record record = JsonRecords.record(json);
        return open(document, record).map(record);
    }

    private static RecordMapper open(final String document, final Record record) throws UnknownSourceException {
        return MappingDocument.compile(document, expression -> Optional.empty())
                .select(null, record.getSchema())
                .open(record.getSchema(), Mapping.Settings.OF_DOCUMENT, (expression, fields) -> expression + fields);
    }
}
