package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Partners and countries of Odoo: every call is a POST, none is said by false, errors carry the name of a Python exception. */
final class FakeOdoo extends FakeRestCrm {

    private static final String FIELDS = """
            {"crm_key": {"type": "char", "readonly": false}, "lastname": {"type": "char"}, "score": {"type": "integer"}, "changed": {"type": "datetime"},
                "active": {"type": "boolean"}, "country_id": {"type": "many2one"}, "category_id": {"type": "many2many"},
                "display_name": {"type": "char", "readonly": true}}""";

    FakeOdoo(final long seed) throws IOException {
        super(seed);
    }

    @Override
    protected boolean isSpared(final FakeRequest request) {
        return request.path().endsWith("/fields_get") || request.path().contains("/res.country/");
    }

    @Override
    protected FakeAnswer refusal(final Fault fault) {
        return switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER, THROTTLED -> error(429, "werkzeug.exceptions.TooManyRequests", "Too fast");
            case DAILY_QUOTA -> error(429, "werkzeug.exceptions.TooManyRequests", "Too fast").withHeader("Retry-After", "3600");
            case LOCKED -> error(500, "psycopg2.errors.SerializationFailure", "could not serialize access due to concurrent update");
            case TOKEN_EXPIRED -> error(401, "werkzeug.exceptions.Unauthorized", "Invalid apikey");
            default -> error(500, "builtins.RuntimeError", "Sorry");
        };
    }

    private static FakeAnswer error(final int status, final String name, final String message) {
        return FakeAnswer.json(status, MAPPER.createObjectNode().put("name", name).put("message", message));
    }

    @Override
    protected FakeAnswer answer(final FakeRequest request, final Fault fault) {
        final JsonNode body = request.json();
        final String method = request.path().replaceFirst("^.*/", "");
        if (request.path().contains("/res.country/")) {
            return country(method, body);
        }

        return switch (method) {
            case "fields_get" -> request.path().contains("/res.partner/") ? ok(FIELDS) : error(404, "werkzeug.exceptions.NotFound", "no such model");
            case "search_read" -> list(body);
            case "create" -> create(body.at("/vals_list/0"), fault);
            case "write" -> write(body.at("/ids/0"), body.path("vals"), fault);
            default -> error(404, "werkzeug.exceptions.NotFound", method);
        };
    }

    private static FakeAnswer country(final String method, final JsonNode body) {
        if (method.equals("fields_get")) {
            return ok("{\"code\": {\"type\": \"char\"}}");
        }

        return ok(body.at("/domain/0/2/0").asText().equals("CN") ? "[{\"id\": 48, \"code\": \"CN\"}]" : "[]");
    }

    private FakeAnswer list(final JsonNode body) {
        final List<String> values = new ArrayList<>();
        body.at("/domain/0/2").forEach(value -> values.add(value.asText()));
        final ArrayNode list = MAPPER.createArrayNode();
        for (final Map.Entry<String, ObjectNode> found : find(body.at("/domain/0/0").asText(), values)) {
            final ObjectNode record = list.addObject().put("id", Integer.parseInt(found.getKey()));
            body.path("fields").forEach(field -> record.set(field.asText(), shown(field.asText(), found.getValue().path(field.asText()))));
        }

        return ok(list).withResults(list);
    }

    private static JsonNode shown(final String field, final JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return MAPPER.getNodeFactory().booleanNode(false);
        }

        return field.equals("country_id") && value.isNumber() ? MAPPER.createArrayNode().add(value).add("China") : value;
    }

    private FakeAnswer create(final JsonNode values, final Fault fault) {
        final FakeAnswer refused = refused(values, fault);
        if (refused != null) {
            return refused;
        }

        if (count(values.path(Customers.KEY).asText()) > 0) {
            return error(422, "odoo.exceptions.ValidationError", "The key must be unique");
        }

        final String id = nextId();
        store(id, values);
        return ok("[" + id + "]");
    }

    private FakeAnswer write(final JsonNode id, final JsonNode values, final Fault fault) {
        if (!id.isInt() || !exists(id.asText())) {
            return error(404, "odoo.exceptions.MissingError", "Record does not exist or has been deleted.");
        }

        final FakeAnswer refused = refused(values, fault);
        if (refused != null) {
            return refused;
        }

        store(id.asText(), values);
        return ok("true");
    }

    private FakeAnswer refused(final JsonNode values, final Fault fault) {
        if (fault == Fault.SOME_LOCKED && chance()) {
            return refusal(Fault.LOCKED);
        }

        return switch (values.path(Customers.LAST_NAME).asText()) {
            case INVALID -> error(422, "odoo.exceptions.ValidationError", "Not a last name");
            case POISON -> error(500, "builtins.ValueError", "Wrong value");
            case TAKEN -> error(500, "psycopg2.errors.UniqueViolation", "duplicate key value violates unique constraint");
            default -> null;
        };
    }
}
