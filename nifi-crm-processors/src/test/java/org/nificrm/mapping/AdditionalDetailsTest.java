package org.nificrm.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nificrm.mapping.document.MappingDocument;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the page for users shows is what happens: each document, record in and record out. */
class AdditionalDetailsTest {

    private static final String PAGE = "/docs/org.nificrm.processors.MapToCrmSchema/additionalDetails.md";
    private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final int BLOCKS_OF_AN_EXAMPLE = 3;

    @TestFactory
    List<DynamicTest> examplesAreTrue() throws IOException {
        final List<String> blocks = blocks();
        assertEquals(0, blocks.size() % BLOCKS_OF_AN_EXAMPLE);
        final List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i += BLOCKS_OF_AN_EXAMPLE) {
            final String document = blocks.get(i);
            final String in = blocks.get(i + 1);
            final String out = blocks.get(i + 2);
            tests.add(DynamicTest.dynamicTest("example " + (i / BLOCKS_OF_AN_EXAMPLE + 1), () -> check(document, in, out)));
        }

        return tests;
    }

    private static void check(final String document, final String in, final String out) throws Exception {
        final Record record = JsonRecords.record(in);
        final Mapped mapped = MappingDocument.compile(document, expression -> Optional.empty()).select(null, record.getSchema())
                .open(record.getSchema(), Mapping.Settings.OF_DOCUMENT, (expression, fields) -> expression).map(record);
        final String issues = String.join(", ", mapped.issues().stream().map(issue -> issue.code() + " " + issue.field()).toList());
        final JsonNode expected = JsonRecords.json(out);
        assertEquals(expected.path("issues").asText(), issues);
        if (issues.isEmpty()) {
            assertEquals(JsonRecords.plain(JsonRecords.record(expected)).toString(), JsonRecords.plain(mapped.record()).toString());
        }
    }

    private static List<String> blocks() throws IOException {
        try (InputStream page = AdditionalDetailsTest.class.getResourceAsStream(PAGE)) {
            final Matcher matcher = BLOCK.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            final List<String> blocks = new ArrayList<>();
            while (matcher.find()) {
                blocks.add(matcher.group(1));
            }

            return blocks;
        }
    }
}
