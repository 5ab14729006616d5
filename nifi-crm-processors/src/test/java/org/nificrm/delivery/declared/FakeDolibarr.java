package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;
import org.nificrm.delivery.rest.Specification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Third parties of Dolibarr with a unique extra field: ids are bare numbers, an empty list is a 404, and everything that goes wrong
 * with a write is a 500, for a while or for ever.
 */
final class FakeDolibarr extends FakeRestCrm {

    static final String KEY = "options_crm_key";
    static final String CHANGED = "options_changed";

    private static final Pattern CRITERION = Pattern.compile("\\((\\w+)\\.(\\w+):=:'([^'()]*)'\\)");

    FakeDolibarr(final long seed) throws IOException {
        super(seed, KEY, CHANGED);
    }

    @Override
    protected Optional<Specification> specification() {
        return Optional.of(Specification.of("rest-dolibarr"));
    }

    @Override
    protected boolean isSpared(final FakeRequest request) {
        return false;
    }

    @Override
    protected FakeAnswer refusal(final Fault fault) {
        return switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER, THROTTLED -> error(429, "Too Many Requests", "");
            case DAILY_QUOTA -> error(429, "Too Many Requests", "").withHeader("Retry-After", "3600");
            case LOCKED -> deadlock();
            case TOKEN_EXPIRED -> error(401, "Unauthorized", "");
            default -> error(500, "Internal Server Error", "");
        };
    }

    private static FakeAnswer deadlock() {
        return error(500, "Internal Server Error: Error creating thirdparty", "Deadlock found when trying to get lock; try restarting transaction");
    }

    private static FakeAnswer error(final int status, final String message, final String detail) {
        final ObjectNode error = MAPPER.createObjectNode();
        error.putObject("error").put("code", status).put("message", message).put("0", detail);
        return FakeAnswer.json(status, error);
    }

    @Override
    protected FakeAnswer answer(final FakeRequest request, final Fault fault) {
        final String id = request.path().replaceFirst("^/api/index.php/thirdparties/?", "");
        return switch (request.method()) {
            case "GET" -> list(request.query().get("sqlfilters"));
            case "POST" -> create(flat(request.json()), fault);
            case "PUT" -> exists(id) ? update(id, flat(request.json()), fault) : error(404, "Not Found: Thirdparty not found", "");
            case "DELETE" -> remove(id);
            default -> error(405, "Method Not Allowed", "");
        };
    }

    /** Fields and extra fields beside each other; markup is taken away without a word. */
    private static ObjectNode flat(final JsonNode values) {
        final ObjectNode flat = MAPPER.createObjectNode();
        values.properties().stream().filter(value -> !value.getKey().equals("array_options"))
                .forEach(value -> flat.put(value.getKey(), value.getValue().asText().replaceAll("<[^>]*>", "")));
        values.path("array_options").properties().forEach(value -> flat.set(value.getKey(), value.getValue()));
        return flat;
    }

    private static ObjectNode nested(final String id, final ObjectNode flat) {
        final ObjectNode nested = MAPPER.createObjectNode().put("id", id);
        flat.properties().forEach(value -> (value.getKey().startsWith("options_") ? nested.withObject("/array_options") : nested)
                .set(value.getKey(), value.getValue()));
        return nested;
    }

    private FakeAnswer list(final String filters) {
        final Matcher matcher = CRITERION.matcher(filters);
        if (!matcher.replaceAll("x").matches("x( or x)*")) {
            return error(400, "Bad Request: Error when validating parameter sqlfilters", "");
        }

        final List<JsonNode> found = new ArrayList<>();
        matcher.reset();
        while (matcher.find()) {
            if (!matcher.group(1).equals("ef")) {
                return error(503, "Service Unavailable: Error when retrieve thirdparties : Unknown column", "");
            }

            for (final Map.Entry<String, ObjectNode> match : find("options_" + matcher.group(2), List.of(matcher.group(3)))) {
                found.add(nested(match.getKey(), match.getValue()));
            }
        }

        return found.isEmpty() ? error(404, "Not Found: Thirdparties not found", "") : listed(found);
    }

    private static FakeAnswer listed(final List<JsonNode> found) {
        final ArrayNode list = MAPPER.createArrayNode().addAll(found);
        return ok(list).withResults(list);
    }

    private FakeAnswer create(final ObjectNode values, final Fault fault) {
        if (values.path("name").asText().isEmpty() || !values.path("code_client").asText().equals("auto")) {
            return error(400, "Bad Request: name field missing", "");
        }

        final FakeAnswer refused = refused(values, fault);
        if (refused != null) {
            return refused;
        }

        if (isKeyTaken(values.path(KEY).asText())) {
            return duplicate();
        }

        final String id = nextId();
        store(id, values);
        return ok(id);
    }

    private static FakeAnswer duplicate() {
        return error(500, "Internal Server Error: Error creating thirdparty", "Duplicate entry 'x' for key 'uk_societe_extrafields'");
    }

    private FakeAnswer update(final String id, final ObjectNode values, final Fault fault) {
        final FakeAnswer refused = refused(values, fault);
        return refused == null ? ok(nested(id, store(id, values))) : refused;
    }

    private FakeAnswer refused(final ObjectNode values, final Fault fault) {
        if (fault == Fault.SOME_LOCKED) {
            return chance() ? deadlock() : error(500, "Internal Server Error: Error creating thirdparty", "ErrorCustomerCodeAlreadyUsed");
        }

        return switch (values.path("name").asText()) {
            case INVALID -> error(500, "Internal Server Error: Error creating thirdparty", "Data too long for column 'nom' at row 1");
            case POISON -> error(500, "Internal Server Error: Error creating thirdparty", "ErrorBadEMail");
            case TAKEN -> duplicate();
            default -> null;
        };
    }

    private FakeAnswer remove(final String id) {
        if (!exists(id)) {
            return error(404, "Not Found: Thirdparty not found", "");
        }

        delete(id);
        return ok("{\"success\": {\"code\": 200, \"message\": \"Object deleted\"}}");
    }
}
