package org.nificrm.delivery.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.ThrottleRule;
import org.nificrm.document.InvalidDocumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to know of a CRM behind HTTP.
 *
 * @param name         of the CRM
 * @param apiKeyHeader header that carries an API key; empty if it takes none
 * @param ignoreCase   whether keys that differ in their case only are the same
 * @param clear        what clears a field
 * @param probe        asks for something harmless, to see whether the CRM answers and knows who asks; empty if there is nothing to ask for
 * @param lookup       finds records by key
 * @param create       writes a new record
 * @param update       changes a record
 * @param delete       takes a record away, or out of use; empty if that cannot be done
 * @param metadata     tells the fields of an object; empty if they are declared
 * @param objects      declared ones; {@code *} for any
 * @param rules        what answers mean
 */
public record ApiDocument(String name, Optional<String> apiKeyHeader, boolean ignoreCase, JsonNode clear, Optional<RequestTemplate> probe, Lookup lookup, Write create, Write update,
        Optional<Write> delete, Optional<Metadata> metadata, Map<String, ObjectSpec> objects, Rules rules) {

    /**
     * How records are found.
     *
     * @param batch   most keys in one request
     * @param records list of records in an answer; an object there is the only record
     * @param values  place of the fields in a record
     * @param id      place of the id in a record
     * @param version place of what a conditional write wants back; null if there is none
     * @param total   place of the number of records that there are; null if answers do not tell it
     */
    record Lookup(RequestTemplate request, int batch, JsonPointer records, JsonPointer values, JsonPointer id, JsonPointer version, JsonPointer total) {
    }

    /**
     * How a record is written.
     *
     * @param id place of the record's id in an answer, which confirms that it was written; null if no answer tells it
     */
    record Write(RequestTemplate request, JsonPointer id) {
    }

    /**
     * How the fields of an object are told.
     *
     * @param fields   object of descriptions by name, or list of descriptions
     * @param fieldName place of the name in a description that stands in a list
     * @param type     place of the type's name in a description
     * @param length   place of the greatest length
     * @param readOnly places that are true if only the CRM writes the field
     * @param types    by the CRM's names of them; {@code *} for all others
     */
    record Metadata(RequestTemplate request, JsonPointer fields, JsonPointer fieldName, JsonPointer type, JsonPointer length, List<JsonPointer> readOnly,
            Map<String, ValueType> types) {
    }

    /**
     * Compiles a document.
     *
     * @throws InvalidDocumentException with all of its problems
     */
    public static ApiDocument compile(final ObjectNode document) {
        return ApiDocumentReader.read(document);
    }

    /** How this CRM says that it was asked too often. */
    public ThrottleRule throttleRule() {
        return rules.throttleRule();
    }

    ObjectSpec object(final String object) {
        return objects.getOrDefault(object, objects.getOrDefault("*", ObjectSpec.EMPTY));
    }

    /** Whether the object is known without asking the CRM. */
    boolean declares(final String object) {
        return !object(object).fields().isEmpty();
    }
}
