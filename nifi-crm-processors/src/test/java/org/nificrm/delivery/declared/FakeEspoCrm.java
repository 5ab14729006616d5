package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;
import org.nificrm.delivery.rest.Specification;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contacts of EspoCRM with a unique index on their key: it answers 500 with nothing in it, also for the key of a deleted record. */
final class FakeEspoCrm extends FakeRestCrm {

    private static final String FIELDS = """
            {"crm_key": {"type": "varchar", "maxLength": 100}, "lastname": {"type": "varchar"}, "score": {"type": "int"}, "changed": {"type": "datetime"},
                "vip": {"type": "bool"}, "interests": {"type": "multiEnum"}, "birthday": {"type": "date"}, "account": {"type": "link"},
                "createdAt": {"type": "datetime", "readOnly": true}}""";

    FakeEspoCrm(final long seed) throws IOException {
        super(seed);
    }

    @Override
    protected Optional<Specification> specification() {
        return Optional.of(Specification.of("rest-espocrm"));
    }

    @Override
    protected boolean isSpared(final FakeRequest request) {
        return request.path().endsWith("/Metadata");
    }

    @Override
    protected FakeAnswer refusal(final Fault fault) {
        return switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER, THROTTLED -> FakeAnswer.empty(429);
            case DAILY_QUOTA -> FakeAnswer.empty(429).withHeader("Retry-After", "3600");
            case LOCKED -> FakeAnswer.empty(423);
            case TOKEN_EXPIRED -> FakeAnswer.empty(401);
            default -> FakeAnswer.empty(500);
        };
    }

    @Override
    protected FakeAnswer answer(final FakeRequest request, final Fault fault) {
        if (request.path().endsWith("/Metadata")) {
            return ok("entityDefs.Contact.fields".equals(request.query().get("key")) ? FIELDS : "null");
        }

        return switch (request.method()) {
            case "GET" -> list(request);
            case "POST" -> create(request.json(), fault);
            case "PATCH" -> update(id(request), request, fault);
            case "DELETE" -> remove(id(request));
            default -> FakeAnswer.empty(405);
        };
    }

    private static String id(final FakeRequest request) {
        return request.path().replaceFirst("^.*/", "");
    }

    private FakeAnswer list(final FakeRequest request) {
        final ObjectNode answer = MAPPER.createObjectNode();
        final List<String> values = List.of(request.query().get("whereGroup[0][value][]").split("\n"));
        for (final Map.Entry<String, ObjectNode> found : find(request.query().get("whereGroup[0][attribute]"), values)) {
            answer.withArray("list").add(found.getValue().deepCopy().put("id", found.getKey()));
        }

        answer.put("total", answer.withArray("list").size());
        return ok(answer).withResults(answer.withArray("list"));
    }

    private FakeAnswer create(final JsonNode values, final Fault fault) {
        final FakeAnswer refused = refused(values, fault);
        if (refused != null) {
            return refused;
        }

        if (isKeyTaken(values.path(Customers.KEY).asText())) {
            return FakeAnswer.empty(500);
        }

        final String id = nextId();
        return ok(store(id, values).deepCopy().put("id", id));
    }

    private FakeAnswer update(final String id, final FakeRequest request, final Fault fault) {
        final FakeAnswer refused = exists(id) ? refused(request.json(), fault) : FakeAnswer.empty(404);
        if (refused != null) {
            return refused;
        }

        if (fault == Fault.STALE_VERSION) {
            touch(id);
        }

        final String version = record(id).path("versionNumber").asText();
        if (!version.equals(request.header("X-Version-Number"))) {
            return FakeAnswer.json(409, json("{\"values\": {}, \"versionNumber\": %s}".formatted(version))).withHeader("X-Status-Reason", "modified");
        }

        return ok(store(id, request.json()).deepCopy().put("id", id));
    }

    private FakeAnswer refused(final JsonNode values, final Fault fault) {
        if (fault == Fault.SOME_LOCKED && chance()) {
            return FakeAnswer.empty(423);
        }

        return switch (values.path(Customers.LAST_NAME).asText()) {
            case INVALID, POISON -> FakeAnswer.json(400, json("{\"message\": \"Field validation failure\"}"));
            case TAKEN -> FakeAnswer.json(409, json("[{\"id\": \"17\"}]")).withHeader("X-Status-Reason", "duplicate");
            default -> null;
        };
    }

    private FakeAnswer remove(final String id) {
        if (!exists(id)) {
            return FakeAnswer.empty(404);
        }

        delete(id);
        return ok("true");
    }
}
