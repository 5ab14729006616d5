package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;
import org.nificrm.delivery.rest.Specification;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** HubSpot's contacts with a unique property {@code crm_key}, in memory. */
final class FakeHubSpot extends FakeApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, ObjectNode> records = new TreeMap<>();
    private int lastId;

    FakeHubSpot(final long seed) throws IOException {
        super(seed);
    }

    synchronized Map<String, ObjectNode> records() {
        return new TreeMap<>(records);
    }

    @Override
    public synchronized long count(final String key) {
        return records.containsKey(key) ? 1 : 0;
    }

    @Override
    public synchronized String value(final String key, final String field) {
        return records.get(key).path("properties").path(field).asText();
    }

    @Override
    protected Optional<Specification> specification() {
        return Optional.of(Specification.of("hubspot"));
    }

    @Override
    protected boolean isSpared(final FakeRequest request) {
        return request.method().equals("GET");
    }

    @Override
    protected FakeAnswer refusal(final Fault fault) {
        return switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER, THROTTLED -> FakeAnswer.json(429, throttled("TEN_SECONDLY_ROLLING"));
            case DAILY_QUOTA -> FakeAnswer.json(429, throttled("DAILY"));
            case LOCKED -> FakeAnswer.json(423, error("LOCKED", "Locked"));
            case TOKEN_EXPIRED -> FakeAnswer.json(401, error("EXPIRED_AUTHENTICATION", "Token expired"));
            default -> FakeAnswer.json(500, error("INTERNAL_ERROR", "Sorry"));
        };
    }

    @Override
    protected FakeAnswer answer(final FakeRequest request, final Fault fault) {
        if (request.path().endsWith("/properties/contacts") || request.path().endsWith("/properties/2026-03/contacts")) {
            return FakeAnswer.json(200, properties());
        }

        final ObjectNode answer = answer(request.path().replaceFirst("^/crm/(v3/objects|objects/2026-03)/contacts/batch/", ""), request.json(), fault);
        final int status = answer.path("httpStatus").asInt(200);
        answer.remove("httpStatus");
        return status == 204 ? FakeAnswer.empty(204)
                : FakeAnswer.json(status, answer).withResults(answer.path("results") instanceof ArrayNode results ? results : null);
    }

    @Override
    protected FakeAnswer spoil(final Fault fault, final FakeAnswer answer) {
        return switch (fault) {
            case UNATTRIBUTED -> {
                answer.results().forEach(result -> ((ObjectNode) result).remove("objectWriteTraceId"));
                yield answer;
            }
            case EMPTY -> {
                ((ObjectNode) answer.body()).put("numErrors", 0).remove("errors");
                yield super.spoil(fault, answer).withStatus(207);
            }
            default -> super.spoil(fault, answer);
        };
    }

    private ObjectNode answer(final String action, final JsonNode request, final Fault fault) {
        final JsonNode inputs = request.path("inputs");
        final Set<String> ids = new HashSet<>();
        for (final JsonNode input : inputs) {
            if (!ids.add(input.path("id").asText()) || !input.path("id").isTextual()) {
                return whole(400, "VALIDATION_ERROR", "Duplicate or missing ids");
            }

            for (final JsonNode value : input.path("properties")) {
                if (!value.isTextual()) {
                    return whole(400, "VALIDATION_ERROR", "A value is no string");
                }
            }

            if (input.path("properties").path("lastname").asText().equals(POISON)) {
                return whole(400, "VALIDATION_ERROR", "Property values were not valid: Poison");
            }
        }

        if (inputs.isEmpty() || inputs.size() > 100) {
            return whole(400, "VALIDATION_ERROR", "1 to 100 inputs");
        }

        return switch (action) {
            case "read" -> read(inputs);
            case "upsert", "update" -> write(action, inputs, fault);
            case "archive" -> archive(inputs);
            default -> whole(404, "RESOURCE_NOT_FOUND", action);
        };
    }

    private static ObjectNode whole(final int status, final String category, final String message) {
        final ObjectNode answer = error(category, message);
        answer.put("httpStatus", status);
        return answer;
    }

    private ObjectNode read(final JsonNode inputs) {
        final ObjectNode answer = complete();
        final ArrayNode missing = MAPPER.createArrayNode();
        for (final JsonNode input : inputs) {
            final ObjectNode found = records.get(input.path("id").asText());
            if (found == null) {
                missing.add(input.path("id").asText());
            } else {
                answer.withArray("results").add(found.deepCopy());
            }
        }

        if (!missing.isEmpty()) {
            final ObjectNode error = error("OBJECT_NOT_FOUND", "Could not get some objects");
            error.putObject("context").set("ids", missing);
            answer.put("httpStatus", 207).put("numErrors", 1).putArray("errors").add(error);
        }

        return answer;
    }

    private ObjectNode write(final String action, final JsonNode inputs, final Fault fault) {
        final ObjectNode answer = complete();
        for (final JsonNode input : inputs) {
            final String lastName = input.path("properties").path("lastname").asText();
            final String key = action.equals("upsert") ? input.path("id").asText() : keyOf(input.path("id").asText());
            if (lastName.equals(INVALID)) {
                addError(answer, error("VALIDATION_ERROR", "Not a last name: " + lastName), input);
            } else if (lastName.equals(TAKEN)) {
                addError(answer, error("CONFLICT", "Another record has it"), input);
            } else if (fault == Fault.SOME_LOCKED && chance()) {
                addError(answer, error("RATE_LIMITS", "Not now"), input);
            } else if (key == null) {
                addError(answer, error("OBJECT_NOT_FOUND", "Gone"), input);
            } else {
                answer.withArray("results").add(store(key, input));
            }
        }

        return answer;
    }

    private static void addError(final ObjectNode answer, final ObjectNode error, final JsonNode input) {
        error.putObject("context").putArray("objectWriteTraceId").add(input.path("objectWriteTraceId").asText());
        answer.put("httpStatus", 207);
        answer.withArray("errors").add(error);
        answer.put("numErrors", answer.path("errors").size());
    }

    private String keyOf(final String id) {
        return records.entrySet().stream().filter(record -> record.getValue().path("id").asText().equals(id)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private ObjectNode store(final String key, final JsonNode input) {
        final boolean isNew = !records.containsKey(key);
        final ObjectNode record = records.computeIfAbsent(key, one -> create(key));
        final ObjectNode properties = record.withObject("/properties");
        if (input.path("properties").has("changed")) {
            replaced(properties.path("changed").asText(), input.path("properties").path("changed").asText());
        }

        input.path("properties").properties().forEach(property -> properties.set(property.getKey(), property.getValue()));
        return record.deepCopy().put("new", isNew).put("objectWriteTraceId", input.path("objectWriteTraceId").asText());
    }

    private ObjectNode create(final String key) {
        lastId++;
        final ObjectNode record = MAPPER.createObjectNode().put("id", Integer.toString(lastId));
        record.putObject("properties").put("crm_key", key);
        return record;
    }

    private ObjectNode archive(final JsonNode inputs) {
        for (final JsonNode input : inputs) {
            final String key = keyOf(input.path("id").asText());
            if (key != null) {
                records.remove(key);
            }
        }

        return complete().put("httpStatus", 204);
    }

    private static ObjectNode complete() {
        final ObjectNode answer = MAPPER.createObjectNode().put("status", "COMPLETE");
        answer.putArray("results");
        return answer;
    }

    private static ObjectNode error(final String category, final String message) {
        return MAPPER.createObjectNode().put("status", "error").put("category", category).put("message", message);
    }

    private static ObjectNode throttled(final String policy) {
        return error("RATE_LIMITS", "Too fast").put("policyName", policy);
    }

    private static JsonNode properties() {
        try {
            return MAPPER.readTree("""
                    {"results": [
                        {"name": "crm_key", "type": "string", "fieldType": "text", "hasUniqueValue": true},
                        {"name": "email", "type": "string", "fieldType": "text"},
                        {"name": "lastname", "type": "string", "fieldType": "text"},
                        {"name": "changed", "type": "datetime", "fieldType": "date"},
                        {"name": "score", "type": "number", "fieldType": "number"},
                        {"name": "vip", "type": "bool", "fieldType": "booleancheckbox"},
                        {"name": "birthday", "type": "date", "fieldType": "date"},
                        {"name": "interests", "type": "enumeration", "fieldType": "checkbox", "options": [{"value": "art"}, {"value": "music"}]},
                        {"name": "hs_object_id", "type": "number", "modificationMetadata": {"readOnlyValue": true}}]}""");
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
