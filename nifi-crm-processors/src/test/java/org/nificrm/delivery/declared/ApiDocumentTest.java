package org.nificrm.delivery.declared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.Documents;
import org.nificrm.document.InvalidDocumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ApiDocumentTest {

    private static final String SMALL = """
            {"lookup": {"path": "/find", "query": [{"name": "q", "value": "${key.field}='${key:sql}'"}]},
             "create": {"method": "POST", "path": "/${object}", "headers": {"Content-Type": "text/xml"}, "text": "<c k='${key}'/>"},
             "update": {"method": "PUT", "path": "/${object}/${id}", "headers": {"If-Match": "${version}"}, "json": "${values}"},
             "objects": {"c": {"fields": {"k": {}}}},
             "rules": [
                {"status": "200", "pointer": "/error", "body": "busy", "outcome": "retry", "code": "BUSY", "retryAfter": 2},
                {"status": "200", "pointer": "/error", "outcome": "rejected"},
                {"headers": {"X-Quota": "^0$"}, "outcome": "throttled", "retryAfter": 900}],
             "errors": {"codes": ["/error/code"], "messages": ["/error/text"]}}""";

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void presetsAreDocumentsWithoutAProblem(final Preset preset) {
        assertEquals(preset.getDisplayName(), ApiDocument.compile(Documents.parse(preset.document())).name());
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirPlaces() {
        final InvalidDocumentException e = assertThrows(InvalidDocumentException.class, () -> ApiDocument.compile(Documents.parse("""
                {"lookup": {"path": "find/${nobody}", "batch": 0, "records": "list"},
                 "create": {"method": "FETCH", "path": "/c/${id}"},
                 "update": {"path": "/c/${id:rot13}", "json": {"a": ["${what}"]}},
                 "objects": {"c": {"fields": {"*a*": {}, "b": {"type": "thing"}}, "references": {"r": {}}}},
                 "rules": [{"status": "20", "body": "(", "outcome": "perhaps"}, {"actions": ["lookup"], "outcome": "throttled"}],
                 "colour": "red"}""")));

        assertEquals(Set.of("/lookup/path", "/lookup/batch", "/lookup/records", "/create/method", "/create/path", "/update/path", "/update/json",
                        "/objects/c/fields/*a*", "/objects/c/fields/b/type", "/objects/c/references/r/object", "/rules/0/status", "/rules/0/body",
                        "/rules/0/outcome", "/rules/1/actions", "/colour"),
                e.problems().stream().map(DocumentProblem::pointer).collect(Collectors.toSet()));
    }

    @Test
    void anEmptyDocumentSaysWhatIsNeeded() {
        final InvalidDocumentException e = assertThrows(InvalidDocumentException.class, () -> ApiDocument.compile(Documents.parse("{}")));

        assertEquals(Set.of("/lookup/path", "/create/path", "/update/path", "/objects"),
                e.problems().stream().map(DocumentProblem::pointer).collect(Collectors.toSet()));
    }

    @Test
    void rulesReadStatusHeadersAndBodyInTheirOrder() {
        final Rules rules = small().rules();

        assertEquals(Verdict.SUCCESS, rules.judge(Action.UPDATE, answer(200, "{}")).verdict());
        final Judgement busy = rules.judge(Action.UPDATE, answer(200, "{\"error\": \"busy now\"}"));
        assertEquals(Verdict.RETRY, busy.verdict());
        assertEquals(Duration.ofSeconds(2), busy.error().retryAfter());
        final Judgement refused = rules.judge(Action.UPDATE, answer(200, "{\"error\": {\"code\": \"bad mail\", \"text\": \"No mail\"}}"));
        assertEquals(Verdict.REJECTED, refused.verdict());
        assertEquals("BAD_MAIL", refused.error().code());
        assertEquals("No mail", refused.error().message());
    }

    @Test
    void whatNoRuleSaysIsReadAsHttpSaysIt() {
        final Rules rules = small().rules();

        assertEquals(Verdict.UNKNOWN, rules.judge(Action.CREATE, answer(500, "{}")).verdict());
        assertEquals(Verdict.REJECTED, rules.judge(Action.CREATE, answer(400, "{}")).verdict());
        assertEquals(Verdict.UNAVAILABLE, rules.judge(Action.CREATE, answer(400, "<html>A proxy</html>")).verdict());
        assertEquals(Verdict.UNAVAILABLE, rules.judge(Action.CREATE, answer(404, "{}")).verdict());
        assertEquals(Verdict.MISSING, rules.judge(Action.UPDATE, answer(404, "{}")).verdict());
        assertEquals(Verdict.RETRY, rules.judge(Action.UPDATE, answer(412, "")).verdict());
    }

    @Test
    void theWaitOfAThrottlingRuleIsKept() {
        final ApiResponse answer = new ApiResponse(403, Map.of("x-quota", "0"), new byte[0]);

        assertEquals(Optional.of(Duration.ofSeconds(900)), small().throttleRule().waitAfter(answer));
        assertEquals(Optional.empty(), small().throttleRule().waitAfter(answer(200, "")));
    }

    @Test
    void valuesAreWrittenInTheLanguageOfTheirPlace() throws Exception {
        final Variables variables = new Variables().with("object", "a/b").with("key", "O'Hara & <Co>").with("key.field", "k").with("id", "1 2");
        final ApiDocument document = small();

        assertEquals("/find?q=k%3D%27O%27%27Hara%20%26%20%3CCo%3E%27", document.lookup().request().render(variables, List.of(variables)).path());
        final ApiRequest create = document.create().request().render(variables, List.of());
        assertEquals("/a%2Fb", create.path());
        assertEquals("<c k='O&apos;Hara &amp; &lt;Co&gt;'/>", new String(create.body(), StandardCharsets.UTF_8));
    }

    @Test
    void aHeaderWithoutItsValueIsLeftOut() throws Exception {
        final Variables variables = new Variables().with("object", "c").with("id", "1").with("values", Documents.parse("{}"));
        final RequestTemplate update = small().update().request();

        assertEquals(Map.of("Accept", "application/json", "Content-Type", "application/json"), update.render(variables, List.of()).headers());
        assertEquals("7", update.render(variables.with("version", "7"), List.of()).headers().get("If-Match"));
        assertThrows(UnfitValueException.class, () -> update.render(variables.with("version", "7\r\nX: y"), List.of()));
    }

    private static ApiDocument small() {
        return ApiDocument.compile(Documents.parse(SMALL));
    }

    private static ApiResponse answer(final int status, final String body) {
        return new ApiResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
