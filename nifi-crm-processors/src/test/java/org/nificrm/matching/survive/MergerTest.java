package org.nificrm.matching.survive;

import org.junit.jupiter.api.Test;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;

import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MergerTest {

    @Test
    void anAddressComesFromOneRecordAsAWhole() {
        final GoldenRecord golden = merge("", List.of(),
                member("crm", Map.of("address_line1", "Hafenkai 3", "city", "Husum", "updated_at", "2020-01-01")),
                member("erp", Map.of("address_line1", "Domplatz 9", "city", "Bonn", "postal_code", "53111", "updated_at", "2019-01-01")));

        assertEquals("Domplatz 9", golden.values().get("address_line1"));
        assertEquals("Bonn", golden.values().get("city"));
    }

    @Test
    void aValidMailBeatsANewerInvalidOne() {
        final GoldenRecord golden = merge("", List.of(),
                member("crm", Map.of("email", "anna@", "updated_at", "2024-01-01")),
                member("erp", Map.of("email", "anna@example.com", "updated_at", "2019-01-01")));

        assertEquals("anna@example.com", golden.values().get("email"));
        final Survivor survivor = golden.survivors().stream().filter(candidate -> candidate.field().equals("email")).findFirst().orElseThrow();
        assertEquals(Rule.VALID, survivor.rule());
        assertEquals("anna@", survivor.losers().getFirst().value());
    }

    @Test
    void theTrustedSourceWinsAndTheRestFillsGaps() {
        final GoldenRecord golden = merge("", List.of("erp", "crm"),
                member("crm", Map.of("segment", "gold", "status", "active")), member("erp", Map.of("segment", "silver")));

        assertEquals("silver", golden.values().get("segment"));
        assertEquals("active", golden.values().get("status"));
    }

    @Test
    void listsAreUnitedWithoutRepetition() {
        final GoldenRecord golden = merge("", List.of(), member("crm", Map.of("emails", new Object[] {"a@example.com", "b@example.com"})),
                member("erp", Map.of("emails", new Object[] {"B@example.com", "c@example.com"})));

        assertArrayEquals(new Object[] {"a@example.com", "b@example.com", "c@example.com"}, (Object[]) golden.values().get("emails"));
    }

    @Test
    void anOrderOfItsOwnDecidesAField() {
        final GoldenRecord golden = merge("""
                {"fields": {"status": {"rules": ["order"], "order": ["active", "lead"]}}}""", List.of(),
                member("crm", Map.of("status", "lead")), member("erp", Map.of("status", "active")));

        assertEquals("active", golden.values().get("status"));
    }

    @Test
    void allProblemsOfAConfigurationAreNamedAtOnce() {
        final IllegalArgumentException problem = assertThrows(IllegalArgumentException.class,
                () -> Survivorship.parse("{\"rules\": 1, \"fields\": {\"email\": [\"newest\"]}}", List.of()));

        assertTrue(problem.getMessage().contains("/rules: unknown key 'rules'"));
        assertTrue(problem.getMessage().contains("/fields/email/0: unknown rule 'newest'"));
    }

    private static GoldenRecord merge(final String json, final List<String> priority, final MemberRecord... members) {
        return new Merger(Survivorship.parse(json, priority), new RoleValidity(MatchFields.customer())).merge(List.of(members));
    }

    private static MemberRecord member(final String system, final Map<String, Object> values) {
        return new MemberRecord(new SourceKey(system, "1"), values);
    }
}
