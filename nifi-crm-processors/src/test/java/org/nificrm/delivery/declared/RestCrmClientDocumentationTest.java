package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.document.Documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Carries out what the documentation says. */
class RestCrmClientDocumentationTest {

    private static final String PAGE = read();
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RECORD = Pattern.compile("A record `(\\{.*?})`");

    @Test
    void theExamplesOverAPresetAreDocuments() {
        assertEquals("EspoCRM", over(Preset.ESPOCRM, examples().get(0)).name());
        assertEquals("Odoo", over(Preset.ODOO, examples().get(1)).name());
    }

    private static ApiDocument over(final Preset preset, final String example) {
        return ApiDocument.compile(Documents.overlay(Documents.parse(preset.document()), Documents.parse(example)));
    }

    @Test
    void theWholeDocumentCreatesTheRecordAsItSays() throws Exception {
        final ApiDocument document = ApiDocument.compile(Documents.parse(examples().get(2)));
        final Recording transport = new Recording();
        final DeclaredApi api = new DeclaredApi(transport, document);
        final Target target = new Target("customers", List.of("external_id"), Optional.of("updated_at"));
        try (DeclaredClient client = new DeclaredClient(api, api.object("customers"), target, api::object)) {
            final Matcher record = RECORD.matcher(PAGE);
            assertTrue(record.find());
            final Map<String, Object> values = new LinkedHashMap<>();
            for (final Map.Entry<String, JsonNode> field : Documents.parse(record.group(1)).properties()) {
                assertTrue(client.hasField(field.getKey()), field.getKey());
                values.put(field.getKey(), client.convert(field.getKey(), field.getValue().asText()));
            }

            final List<Outcome> outcomes = client.write(List.of(Operation.create(Key.of("A-1"), values)));

            assertEquals(List.of(Outcome.created("7")), outcomes);
            assertEquals(Documents.parse(examples().get(3)), Documents.parse(transport.body()));
        }
    }

    @Test
    void everyWordOfTheDocumentIsExplained() {
        for (final Class<? extends Enum<?>> words : List.of(Verdict.class, ValueType.Kind.class, Encoder.class, Action.class)) {
            for (final Enum<?> word : words.getEnumConstants()) {
                final String name = word.name().toLowerCase(Locale.ROOT).replace('_', '-');
                assertTrue(PAGE.contains("`" + name + "`") || PAGE.contains(":" + name + "}") || PAGE.contains(name + ",") || PAGE.contains(name + ")"), name);
            }
        }
    }

    @Test
    void everyCodeOfAPresetIsInTheTableOfItsErrors() {
        for (final Preset preset : Preset.values()) {
            final ObjectNode document = Documents.parse(preset.document());
            final String section = preset == Preset.NONE ? PAGE : PAGE.substring(PAGE.indexOf("## " + preset.getDisplayName()));
            for (final JsonNode rule : document.path("rules")) {
                final String code = rule.path("code").asText();
                assertTrue(code.isEmpty() || section.contains(code) || rule.path("outcome").asText().equals("unavailable"), preset + " " + code);
            }
        }
    }

    private static List<String> examples() {
        final List<String> examples = new ArrayList<>();
        final Matcher example = EXAMPLE.matcher(PAGE);
        while (example.find()) {
            examples.add(example.group(1));
        }

        return examples;
    }

    private static String read() {
        try (InputStream page = RestCrmClientDocumentationTest.class.getResourceAsStream("/docs/org.nificrm.services.RestCrmClient/additionalDetails.md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what is sent and answers as the small CRM does. */
    private static final class Recording implements ApiTransport {

        private final List<ApiRequest> requests = new ArrayList<>();

        @Override
        public ApiResponse send(final ApiRequest request) {
            requests.add(request);
            return new ApiResponse(201, Map.of(), "{\"data\": {\"id\": 7}}".getBytes(StandardCharsets.UTF_8));
        }

        private String body() {
            return new String(requests.getLast().body(), StandardCharsets.UTF_8);
        }

        @Override
        public String address() {
            return "http://small.example.org";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
