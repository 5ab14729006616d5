package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Contacts of SuiteCRM: the client chooses the id, an id that is taken and one that is missing are both a 400, and nothing else is unique. */
final class FakeSuiteCrm extends FakeRestCrm {

    private static final String FIELDS = """
            {"data": {"type": "fields", "attributes": {"crm_key": {"type": "varchar", "len": 100}, "lastname": {"type": "name"}, "score": {"type": "int"},
                "changed": {"type": "datetime"}, "vip": {"type": "bool"}, "accounts": {"type": "link"}}}}""";

    FakeSuiteCrm(final long seed) throws IOException {
        super(seed);
    }

    @Override
    protected boolean isSpared(final FakeRequest request) {
        return request.path().contains("/meta/");
    }

    @Override
    protected FakeAnswer refusal(final Fault fault) {
        return switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER, THROTTLED -> FakeAnswer.empty(429);
            case DAILY_QUOTA -> FakeAnswer.empty(429).withHeader("Retry-After", "3600");
            case LOCKED -> FakeAnswer.empty(423);
            case TOKEN_EXPIRED -> error(401, "The resource owner or authorization server denied the request.");
            default -> FakeAnswer.empty(500);
        };
    }

    private static FakeAnswer error(final int status, final String detail) {
        final ObjectNode error = MAPPER.createObjectNode();
        error.putObject("errors").put("status", status).putNull("title").put("detail", detail);
        return FakeAnswer.json(status, error);
    }

    @Override
    protected FakeAnswer answer(final FakeRequest request, final Fault fault) {
        if (request.path().contains("/meta/")) {
            return request.path().endsWith("/Contacts") ? ok(FIELDS) : error(400, "Module does not exist");
        }

        return switch (request.method()) {
            case "GET" -> list(request.query());
            case "POST" -> create(request.json().path("data"), fault);
            case "PATCH" -> update(request.json().path("data"), fault);
            case "DELETE" -> remove(request.path().replaceFirst("^.*/", ""));
            default -> FakeAnswer.empty(405);
        };
    }

    private FakeAnswer list(final Map<String, String> query) {
        final ArrayNode data = MAPPER.createArrayNode();
        for (final Map.Entry<String, ObjectNode> found : find(Customers.KEY, List.of(query.get("filter[crm_key][eq]")))) {
            data.add(resource(found.getKey(), found.getValue()));
        }

        return ok(MAPPER.createObjectNode().set("data", data)).withResults(data);
    }

    private static ObjectNode resource(final String id, final ObjectNode record) {
        final ObjectNode resource = MAPPER.createObjectNode().put("type", "Contact").put("id", id);
        resource.set("attributes", record.deepCopy());
        return resource;
    }

    private FakeAnswer create(final JsonNode data, final Fault fault) {
        final String id = data.path("id").asText();
        final FakeAnswer refused = refused(data.path("attributes"), fault);
        if (refused != null) {
            return refused;
        }

        return isTaken(id) ? error(400, "Bean Contacts with id %s is already exist".formatted(id)) : stored(id, data);
    }

    private FakeAnswer stored(final String id, final JsonNode data) {
        return FakeAnswer.json(201, MAPPER.createObjectNode().set("data", resource(id, store(id, data.path("attributes")))));
    }

    private FakeAnswer update(final JsonNode data, final Fault fault) {
        final String id = data.path("id").asText();
        final FakeAnswer refused = exists(id) ? refused(data.path("attributes"), fault) : error(400, "Contact module with %s id is not found".formatted(id));
        return refused == null ? stored(id, data) : refused;
    }

    private FakeAnswer refused(final JsonNode values, final Fault fault) {
        if (fault == Fault.SOME_LOCKED && chance()) {
            return FakeAnswer.empty(423);
        }

        return switch (values.path(Customers.LAST_NAME).asText()) {
            case INVALID -> error(400, "Property lastname in Contact module is invalid");
            case POISON -> error(422, "Not acceptable");
            case TAKEN -> error(409, "Another record stands against it");
            default -> null;
        };
    }

    private FakeAnswer remove(final String id) {
        if (!exists(id)) {
            return error(400, "Contact module with %s id is not found".formatted(id));
        }

        delete(id);
        return ok("{\"meta\": {\"message\": \"Record with id %s is deleted\"}}".formatted(id));
    }
}
