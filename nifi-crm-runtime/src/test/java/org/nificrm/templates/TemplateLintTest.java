package org.nificrm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nificrm.runtime.Checkout;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What every flow definition in {@code templates/} owes the person who imports it, whoever made the file. */
class TemplateLintTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER_REFERENCE = Pattern.compile("#\\{'?([^}']+)'?}");
    private static final List<String> COMMENTED = List.of("processors", "controllerServices", "inputPorts", "outputPorts", "processGroups");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Checkout.current().templates())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyPositionLiesOnTheGrid(final Path file) throws IOException {
        final List<String> offGrid = new ArrayList<>();
        for (final JsonNode group : groups(file)) {
            for (final JsonNode component : drawn(group)) {
                final JsonNode position = component.path("position");
                if (position.path("x").asInt() % Grid.UNIT != 0 || position.path("y").asInt() % Grid.UNIT != 0) {
                    offGrid.add(title(component));
                }
            }
        }

        assertEquals(List.of(), offGrid);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingOverlaps(final Path file) throws IOException {
        final List<String> overlaps = new ArrayList<>();
        for (final JsonNode group : groups(file)) {
            final List<JsonNode> components = drawn(group);
            for (int i = 0; i < components.size(); i++) {
                for (int j = i + 1; j < components.size(); j++) {
                    if (area(components.get(i)).intersects(area(components.get(j)))) {
                        overlaps.add(title(components.get(i)) + " and " + title(components.get(j)));
                    }
                }
            }
        }

        assertEquals(List.of(), overlaps);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyComponentSaysWhatItIsFor(final Path file) throws IOException {
        final List<String> silent = new ArrayList<>();
        for (final JsonNode group : groups(file)) {
            for (final String kind : COMMENTED) {
                for (final JsonNode component : group.path(kind)) {
                    if (component.path("comments").asText("").isBlank()) {
                        silent.add(title(component));
                    }
                }
            }
        }

        assertEquals(List.of(), silent);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void thereIsOneLabelOnHowToUseIt(final Path file) throws IOException {
        final long helps = groups(file).stream()
                .flatMap(group -> group.path("labels").valueStream())
                .filter(label -> label.path("label").asText().startsWith("How to use"))
                .count();

        assertEquals(1, helps);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void connectionsHaveNoNamesAndBendAtMostOnceUnlessTheyReturn(final Path file) throws IOException {
        final List<String> offending = new ArrayList<>();
        for (final JsonNode group : groups(file)) {
            for (final JsonNode connection : group.path("connections")) {
                final boolean loop = connection.at("/source/id").equals(connection.at("/destination/id"));
                if (!connection.path("name").asText().isEmpty() || connection.path("bends").size() > 2) {
                    offending.add(connection.at("/source/name").asText() + " to " + connection.at("/destination/name").asText());
                }
            }
        }

        assertEquals(List.of(), offending);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void connectionsJoinComponentsThatExist(final Path file) throws IOException {
        final Set<String> known = new HashSet<>();
        final Set<String> joined = new HashSet<>();
        for (final JsonNode group : groups(file)) {
            drawn(group).forEach(component -> known.add(component.path("identifier").asText()));
            for (final JsonNode connection : group.path("connections")) {
                joined.add(connection.at("/source/id").asText());
                joined.add(connection.at("/destination/id").asText());
            }
        }

        joined.removeAll(known);
        assertEquals(Set.of(), joined);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatBeginsAFlowRunsOnOneNodeOfAClusterUnlessItListens(final Path file) throws IOException {
        final Set<String> fed = new HashSet<>();
        final List<String> everywhere = new ArrayList<>();
        for (final JsonNode group : groups(file)) {
            group.path("connections").forEach(connection -> fed.add(connection.at("/destination/id").asText()));
            for (final JsonNode processor : group.path("processors")) {
                if (!fed.contains(processor.path("identifier").asText()) && !processor.path("executionNode").asText().equals("PRIMARY")
                        && !processor.path("type").asText().endsWith(".HandleHttpRequest")) {
                    everywhere.add(title(processor));
                }
            }
        }

        assertEquals(List.of(), everywhere);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void identifiersAreUnique(final Path file) throws IOException {
        final List<String> identifiers = new ArrayList<>();
        for (final JsonNode group : groups(file)) {
            drawn(group).forEach(component -> identifiers.add(component.path("identifier").asText()));
            group.path("connections").forEach(connection -> identifiers.add(connection.path("identifier").asText()));
            group.path("controllerServices").forEach(service -> identifiers.add(service.path("identifier").asText()));
        }

        assertEquals(new TreeSet<>(identifiers), new TreeSet<>(identifiers.stream().filter(id -> identifiers.indexOf(id) == identifiers.lastIndexOf(id)).toList()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void parametersAreUsedDescribedAndNothingElseIsReferredTo(final Path file) throws IOException {
        final Set<String> described = new TreeSet<>();
        for (final JsonNode parameter : parameters(file)) {
            if (!parameter.path("description").asText("").isBlank()) {
                described.add(parameter.path("name").asText());
            }
        }

        final Set<String> used = new TreeSet<>();
        for (final JsonNode component : configured(file)) {
            for (final JsonNode value : component.path("properties")) {
                final Matcher matcher = PARAMETER_REFERENCE.matcher(value.asText());
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }

        assertEquals(used, described);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyGroupUsesTheParameterContextOfTheFile(final Path file) throws IOException {
        final Set<String> contexts = new TreeSet<>();
        JSON.readTree(file.toFile()).path("parameterContexts").fieldNames().forEachRemaining(contexts::add);
        final Set<String> used = new TreeSet<>();
        groups(file).forEach(group -> used.add(group.path("parameterContextName").asText()));

        assertEquals(contexts, used);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void thereIsNoSecretInTheFile(final Path file) throws IOException {
        final List<String> secrets = new ArrayList<>();
        for (final JsonNode parameter : parameters(file)) {
            if (parameter.path("sensitive").asBoolean() && parameter.has("value")) {
                secrets.add(parameter.path("name").asText());
            }
        }

        for (final JsonNode component : configured(file)) {
            component.path("propertyDescriptors").properties().forEach(entry -> {
                final boolean secret = entry.getValue().path("sensitive").asBoolean() || entry.getKey().matches("(?i).*(password|secret|token|passphrase).*");
                final String value = component.path("properties").path(entry.getKey()).asText("");
                if (secret && !PARAMETER_REFERENCE.matcher(value).matches()) {
                    secrets.add(title(component) + ": " + entry.getKey());
                }
            });
        }

        assertEquals(List.of(), secrets);
    }

    static List<JsonNode> groups(final Path file) throws IOException {
        final List<JsonNode> groups = new ArrayList<>();
        addGroups(JSON.readTree(file.toFile()).path("flowContents"), groups);

        return groups;
    }

    private static void addGroups(final JsonNode group, final List<JsonNode> groups) {
        groups.add(group);
        group.path("processGroups").forEach(child -> addGroups(child, groups));
    }

    /** Everything with a place of its own on the canvas of a group. */
    static List<JsonNode> drawn(final JsonNode group) {
        final List<JsonNode> drawn = new ArrayList<>();
        for (final String kind : List.of("processors", "processGroups", "inputPorts", "outputPorts", "funnels", "labels")) {
            group.path(kind).forEach(drawn::add);
        }

        return drawn;
    }

    private static List<JsonNode> configured(final Path file) throws IOException {
        final List<JsonNode> configured = new ArrayList<>();
        for (final JsonNode group : groups(file)) {
            group.path("processors").forEach(configured::add);
            group.path("controllerServices").forEach(configured::add);
        }

        return configured;
    }

    private static List<JsonNode> parameters(final Path file) throws IOException {
        final List<JsonNode> parameters = new ArrayList<>();
        JSON.readTree(file.toFile()).path("parameterContexts").forEach(context -> context.path("parameters").forEach(parameters::add));

        return parameters;
    }

    static Rectangle area(final JsonNode component) {
        final int x = component.at("/position/x").asInt();
        final int y = component.at("/position/y").asInt();

        return switch (component.path("componentType").asText()) {
            case "PROCESSOR" -> new Rectangle(x, y, Grid.PROCESSOR_WIDTH, Grid.PROCESSOR_HEIGHT);
            case "PROCESS_GROUP" -> new Rectangle(x, y, Grid.GROUP_WIDTH, Grid.GROUP_HEIGHT);
            case "LABEL" -> new Rectangle(x, y, component.path("width").asInt(), component.path("height").asInt());
            case "FUNNEL" -> new Rectangle(x, y, Grid.PORT_HEIGHT, Grid.PORT_HEIGHT);
            default -> new Rectangle(x, y, Grid.PORT_WIDTH, Grid.PORT_HEIGHT);
        };
    }

    static String title(final JsonNode component) {
        return component.path("componentType").asText() + " " + component.path(component.has("label") ? "label" : "name").asText();
    }
}
