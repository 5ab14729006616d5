package org.nificrm.delivery.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.declared.ApiDocument.Metadata;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ApiTransport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CRM that speaks as its document says. Safe for use by several threads. */
public final class DeclaredApi {

    private final ApiTransport transport;
    private final ApiDocument document;

    public DeclaredApi(final ApiTransport transport, final ApiDocument document) {
        this.transport = transport;
        this.document = document;
    }

    ApiDocument document() {
        return document;
    }

    String address() {
        return transport.address();
    }

    ApiResponse send(final ApiRequest request) throws CrmException {
        return transport.send(request);
    }

    Judgement judge(final Action action, final ApiResponse response) {
        return document.rules().judge(action, response);
    }

    /** Asks for something harmless. */
    public Finding probe() throws CrmException {
        final String step = "Reach the CRM";
        if (document.probe().isEmpty()) {
            return new Finding(step, Finding.Verdict.SKIPPED, "The API document has no 'probe'. Verify of PutCrmCustomer asks for the object");
        }

        final Judgement judgement = judge(Action.METADATA, send(render(document.probe().get(), new Variables())));
        if (judgement.verdict() != Verdict.SUCCESS) {
            throw judgement.error().asException();
        }

        return Finding.passed(step, "%s answers at %s and accepts the credentials".formatted(document.name(), address()));
    }

    /** Learns what an object is made of: from the document, and from the CRM where it can tell. */
    public ApiObject object(final String name) throws CrmException {
        final ObjectSpec spec = document.object(name);
        if (document.metadata().isPresent()) {
            return new ApiObject(name, spec, told(name, document.metadata().get()));
        }

        if (spec.fields().isEmpty()) {
            throw missing("The API document declares no object '%s'. Add it to 'objects', or correct the CRM Object".formatted(name));
        }

        return new ApiObject(name, spec, Map.of());
    }

    private static CrmException missing(final String message) {
        return CrmException.unavailable("OBJECT_MISSING", message);
    }

    private Map<String, FieldSpec> told(final String name, final Metadata metadata) throws CrmException {
        final ApiResponse response = send(render(metadata.request(), new Variables().with("object", name)));
        final Judgement judgement = judge(Action.METADATA, response);
        if (judgement.verdict() != Verdict.SUCCESS && judgement.verdict() != Verdict.MISSING) {
            throw judgement.error().asException();
        }

        final Map<String, FieldSpec> fields = new HashMap<>();
        final JsonNode descriptions = response.json().at(metadata.fields());
        if (descriptions.isArray()) {
            descriptions.forEach(description -> add(fields, description.at(metadata.fieldName()).asText(), description, metadata));
        } else {
            descriptions.properties().forEach(entry -> add(fields, entry.getKey(), entry.getValue(), metadata));
        }

        if (fields.isEmpty()) {
            throw missing("%s names no field of object '%s'. Correct the CRM Object, or give the user the right to see it".formatted(document.name(), name));
        }

        return fields;
    }

    private static ApiRequest render(final RequestTemplate request, final Variables variables) throws CrmException {
        try {
            return request.render(variables, List.of());
        } catch (final UnfitValueException e) {
            throw missing("'%s' cannot be the name of an object. Correct the CRM Object".formatted(variables.text("object")));
        }
    }

    private static void add(final Map<String, FieldSpec> fields, final String name, final JsonNode description, final Metadata metadata) {
        final ValueType type = metadata.types().getOrDefault(description.at(metadata.type()).asText(), metadata.types().getOrDefault("*", ValueType.STRING));
        if (name.isEmpty() || type.kind() == ValueType.Kind.NONE) {
            return;
        }

        final FieldSpec plain = FieldSpec.of(name, type);
        final int length = metadata.length() == null ? 0 : description.at(metadata.length()).asInt(0);
        fields.put(name, new FieldSpec(name, plain.pointer(), plain.filter(), type, length, null, isReadOnly(description, metadata.readOnly())));
    }

    private static boolean isReadOnly(final JsonNode description, final List<JsonPointer> places) {
        return places.stream().anyMatch(place -> description.at(place).asBoolean());
    }
}
