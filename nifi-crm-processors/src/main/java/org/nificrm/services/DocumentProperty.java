package org.nificrm.services;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.components.resource.ResourceCardinality;
import org.apache.nifi.components.resource.ResourceType;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.InvalidDocumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A property that holds a JSON document, entered or named as a file. */
public final class DocumentProperty {

    private DocumentProperty() {
    }

    public static PropertyDescriptor.Builder named(final String name, final String description) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description(description)
                .identifiesExternalResource(ResourceCardinality.SINGLE, ResourceType.TEXT, ResourceType.FILE)
                .addValidator(StandardValidators.NON_BLANK_VALIDATOR);
    }

    /**
     * Reads the document; empty if the property is not set.
     *
     * @throws InvalidDocumentException if it cannot be read
     */
    public static Optional<String> text(final PropertyValue property) {
        if (!property.isSet()) {
            return Optional.empty();
        }

        try (InputStream content = property.asResource().read()) {
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new InvalidDocumentException(List.of(new DocumentProblem("", "cannot be read; name a file that NiFi may read, or enter the document itself")));
        }
    }
}
