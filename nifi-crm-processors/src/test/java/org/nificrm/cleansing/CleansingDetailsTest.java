package org.nificrm.cleansing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the page for users shows is what happens: each document, record in, and what goes out. */
class CleansingDetailsTest {

    private static final String PAGE = "/docs/org.nificrm.processors.CleanseCustomer/additionalDetails.md";
    private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final int BLOCKS_OF_AN_EXAMPLE = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    List<DynamicTest> examplesAreTrue() throws IOException {
        final List<String> blocks = blocks();
        final List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i + BLOCKS_OF_AN_EXAMPLE <= blocks.size(); i += BLOCKS_OF_AN_EXAMPLE) {
            final List<String> example = blocks.subList(i, i + BLOCKS_OF_AN_EXAMPLE);
            tests.add(DynamicTest.dynamicTest("example " + (i / BLOCKS_OF_AN_EXAMPLE + 1), () -> check(example.get(0), example.get(1), example.get(2))));
        }

        return tests;
    }

    @Test
    void thePageEndsWithTheDefaultDocument() throws IOException {
        assertEquals(JSON.readTree(RulesDocument.defaultText()), JSON.readTree(blocks().getLast()));
    }

    private static void check(final String rules, final String in, final String out) throws IOException {
        final Cleansing.Result result = Cleansing.byDefault().rules(rules).region("CN").of(in);
        for (final Map.Entry<String, JsonNode> expected : JSON.readTree(out).properties()) {
            if ("issues".equals(expected.getKey())) {
                assertEquals(expected.getValue().asText(), String.join(", ", result.codes()));
            } else {
                assertEquals(expected.getKey() + "=" + expected.getValue(), expected.getKey() + "=" + JSON.valueToTree(result.value(expected.getKey())));
            }
        }
    }

    private static List<String> blocks() throws IOException {
        try (InputStream page = CleansingDetailsTest.class.getResourceAsStream(PAGE)) {
            final Matcher matcher = BLOCK.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            final List<String> blocks = new ArrayList<>();
            while (matcher.find()) {
                blocks.add(matcher.group(1));
            }

            return blocks;
        }
    }
}
