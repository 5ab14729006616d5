package org.nificrm.delivery.rest;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a CRM's vendor says about requests, as OpenAPI: our own excerpt of it, and the vendor's files too where the system
 * property {@code crm.specifications} names a folder that holds some, for example {@code hubspot-objects-v3.json}.
 */
public final class Specification {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, Specification> READ = new ConcurrentHashMap<>();

    private final List<OpenApiInteractionValidator> validators = new ArrayList<>();

    private Specification(final String name) {
        try (InputStream stream = Specification.class.getResourceAsStream(name + ".openapi.json")) {
            final JsonNode excerpt = MAPPER.readTree(stream);
            validators.add(validator(excerpt));
            final String folder = System.getProperty("crm.specifications");
            if (folder != null) {
                addVendorFiles(Path.of(folder), name, excerpt);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name of a resource beside this class, without {@code .openapi.json} */
    public static Specification of(final String name) {
        return READ.computeIfAbsent(name, Specification::new);
    }

    /** The vendor describes each part of the interface in a file of its own: what one does not mention is taken from the excerpt. */
    private void addVendorFiles(final Path folder, final String name, final JsonNode excerpt) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name + "*.json")) {
            for (final Path file : files) {
                final JsonNode document = MAPPER.readTree(Files.readAllBytes(file));
                final Set<String> described = new HashSet<>();
                document.path("paths").fieldNames().forEachRemaining(path -> described.add(withoutNames(path)));
                excerpt.path("paths").properties().stream().filter(path -> !described.contains(withoutNames(path.getKey())))
                        .forEach(path -> document.withObject("/paths").set(path.getKey(), path.getValue()));
                for (final String kind : List.of("/components/schemas", "/components/parameters")) {
                    excerpt.at(kind).properties().forEach(part -> document.withObject(kind).putIfAbsent(part.getKey(), part.getValue()));
                }

                validators.add(validator(document));
            }
        }
    }

    private static String withoutNames(final String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** Security is the fake's to check. */
    private static OpenApiInteractionValidator validator(final JsonNode document) {
        final ObjectNode open = document.deepCopy();
        open.remove("security");
        open.path("paths").forEach(path -> path.forEach(operation -> {
            if (operation instanceof ObjectNode described) {
                described.remove("security");
            }
        }));
        return OpenApiInteractionValidator.createForInlineApiSpecification(open.toString()).build();
    }

    /** What is wrong with a request; empty if nothing is. */
    Optional<String> complaint(final FakeRequest request) {
        final SimpleRequest.Builder asked = new SimpleRequest.Builder(request.method(), request.path());
        request.headers().forEach(asked::withHeader);
        request.query().forEach(asked::withQueryParam);
        if (request.body().length > 0) {
            asked.withBody(request.body());
        }

        for (final OpenApiInteractionValidator validator : validators) {
            final ValidationReport report = validator.validateRequest(asked.build());
            if (report.hasErrors()) {
                return Optional.of(request.line() + ": " + report.getMessages());
            }
        }

        return Optional.empty();
    }
}
