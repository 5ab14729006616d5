package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dataverse's contacts with an alternate key {@code crm_key}, and the accounts A1 and A2 that they may belong to, in memory. */
public final class FakeDataverse extends FakeApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROOT = "/api/data/v9.2";
    private static final Pattern CONDITION = Pattern.compile("crm_key eq '((?:[^']|'')*)'");
    private static final Pattern KEY = Pattern.compile("\\(crm_key='((?:[^']|'')*)'\\)$");
    private static final Pattern ID = Pattern.compile("\\(([0-9a-f-]{36})\\)$");
    private static final String BINDING = "@odata.bind";

    /** Rows by key in lower case, for Dataverse compares so. */
    private final Map<String, ObjectNode> rows = new TreeMap<>();
    private final boolean upsertMultiple;
    private int lastId;

    public FakeDataverse(final long seed, final boolean upsertMultiple) throws IOException {
        super(seed);
        this.upsertMultiple = upsertMultiple;
    }

    synchronized Map<String, ObjectNode> rows() {
        return new TreeMap<>(rows);
    }

    @Override
    public synchronized long count(final String key) {
        return rows.containsKey(key) ? 1 : 0;
    }

    @Override
    public synchronized String value(final String key, final String field) {
        return rows.get(key).path(field).asText();
    }

    @Override
    protected boolean isSpared(final FakeRequest request) {
        return request.path().contains("EntityDefinitions") || request.path().endsWith("sdkmessagefilters");
    }

    @Override
    protected FakeAnswer refusal(final Fault fault) {
        return switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER, THROTTLED -> FakeAnswer.json(429, error("0x80072322", "Number of requests exceeded the limit"));
            case DAILY_QUOTA -> FakeAnswer.json(429, error("0x80072321", "Combined execution time exceeded the limit")).withHeader("Retry-After", "900");
            case TOKEN_EXPIRED -> FakeAnswer.empty(401);
            default -> FakeAnswer.json(500, error("0x80040216", "An unexpected error occurred"));
        };
    }

    @Override
    protected FakeAnswer answer(final FakeRequest request, final Fault fault) {
        final String path = request.path().substring(ROOT.length());
        if (isSpared(request)) {
            final JsonNode description = description(path);
            return description == null ? FakeAnswer.json(404, error("0x80060888", "No such table")) : FakeAnswer.json(200, description);
        }

        return switch (path) {
            case "/WhoAmI" -> FakeAnswer.json(200, MAPPER.createObjectNode().put("UserId", new UUID(0, 0).toString()));
            case "/contacts" -> find(request);
            case "/contacts/Microsoft.Dynamics.CRM.UpsertMultiple" -> upsertMultiple(request.json().path("Targets"));
            case "/$batch" -> batch(request, fault);
            default -> FakeAnswer.json(404, error("0x8006088a", "Resource not found: " + path));
        };
    }

    /** Null if there is no such table. */
    private JsonNode description(final String path) {
        if (path.endsWith("sdkmessagefilters")) {
            final ObjectNode answer = MAPPER.createObjectNode();
            answer.putArray("value").addAll(upsertMultiple ? List.of(MAPPER.createObjectNode()) : List.of());
            return answer;
        }

        final String table = path.replaceFirst("^/EntityDefinitions\\(LogicalName='(\\w+)'\\).*", "$1");
        final String part = path.replaceFirst("^[^)]*\\)", "");
        return resource("tables.json").path(table).get(part.isEmpty() ? "definition" : part.replaceFirst("^/Attributes/?", "attributes"));
    }

    private static JsonNode resource(final String name) {
        try (InputStream stream = FakeDataverse.class.getResourceAsStream(name)) {
            return MAPPER.readTree(stream);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeAnswer find(final FakeRequest request) {
        final ObjectNode answer = MAPPER.createObjectNode();
        final ArrayNode found = answer.putArray("value");
        final Matcher condition = CONDITION.matcher(request.query().get("$filter"));
        while (condition.find()) {
            final ObjectNode row = rows.get(normalized(condition.group(1)));
            if (row != null) {
                found.add(row.deepCopy());
            }
        }

        answer.put("@odata.count", found.size());
        return FakeAnswer.json(200, answer).withResults(found);
    }

    private static String normalized(final String literal) {
        return literal.replace("''", "'").toLowerCase();
    }

    /** All of them or none, and not a word about any. */
    private FakeAnswer upsertMultiple(final JsonNode targets) {
        for (final JsonNode target : targets) {
            if (!target.path("@odata.type").asText().equals("Microsoft.Dynamics.CRM.contact")) {
                return FakeAnswer.json(400, error("0x80048d19", "A target has no type"));
            }

            final FakeAnswer problem = problem((ObjectNode) target);
            if (problem != null) {
                return problem;
            }
        }

        for (final JsonNode target : targets) {
            final Matcher key = KEY.matcher(target.path("@odata.id").asText());
            if (!key.find()) {
                throw new IllegalArgumentException("a target without key: " + target);
            }

            store(key.group(1).replace("''", "'"), (ObjectNode) target);
        }

        return FakeAnswer.empty(204);
    }

    /** Null if nothing stands against the values. */
    private static FakeAnswer problem(final ObjectNode values) {
        final String account = values.path("parentcustomerid_account" + BINDING).asText("/accounts(crm_key='A1')");
        if (!account.matches("/accounts\\(crm_key='A[12]'\\)|null")) {
            return FakeAnswer.json(404, error("0x80060891", "A record with the specified key values does not exist in account entity"));
        }

        return switch (values.path(Customers.LAST_NAME).asText()) {
            case INVALID, POISON -> FakeAnswer.json(400, error("0x80044331", "A validation error occurred: lastname"));
            case TAKEN -> FakeAnswer.json(412, error("0x80060892", "A record that has the attribute values already exists"));
            default -> null;
        };
    }

    private ObjectNode store(final String key, final ObjectNode values) {
        final ObjectNode row = rows.computeIfAbsent(key.toLowerCase(), one -> create(key));
        if (values.has(Customers.CHANGED)) {
            replaced(row.path(Customers.CHANGED).asText(), values.path(Customers.CHANGED).asText());
        }

        values.properties().forEach(value -> {
            final String name = value.getKey();
            if (name.endsWith(BINDING)) {
                row.putObject(name.replace(BINDING, "")).put("crm_key", value.getValue().asText().replaceFirst(".*'(.*)'.*", "$1"));
            } else if (!name.startsWith("@")) {
                row.set(name, value.getValue());
            }
        });
        touch(row);
        return row;
    }

    private ObjectNode create(final String key) {
        lastId++;
        return MAPPER.createObjectNode().put("contactid", new UUID(1, lastId).toString()).put("crm_key", key);
    }

    private static void touch(final ObjectNode row) {
        final int version = Integer.parseInt(row.path("@odata.etag").asText("W/\"0\"").replaceAll("\\D", ""));
        row.put("@odata.etag", "W/\"%d\"".formatted(version + 1));
    }

    private FakeAnswer batch(final FakeRequest request, final Fault fault) {
        final List<FakeRequest> parts = PartReader.read(request);
        final ArrayNode results = MAPPER.createArrayNode();
        for (final FakeRequest part : parts) {
            final FakeAnswer answer = fault == Fault.SOME_LOCKED && chance()
                    ? FakeAnswer.json(429, error("0x80072322", "Number of requests exceeded the limit")) : part(part, fault);
            results.addObject().put("status", answer.status()).put("body", answer.body().toString()).put("id", part.header("Content-ID"))
                    .put("entity", answer.headers().get("OData-EntityId"));
        }

        return FakeAnswer.text(200, "multipart/mixed; boundary=batchresponse_1", "").withBody(new Parts(results)).withResults(results);
    }

    private FakeAnswer part(final FakeRequest part, final Fault fault) {
        final Matcher id = ID.matcher(part.path());
        if (part.method().equals("POST")) {
            return create((ObjectNode) part.json());
        }

        if (!id.find()) {
            return createByKey(part);
        }

        final String key = rows.entrySet().stream().filter(row -> row.getValue().path("contactid").asText().equals(id.group(1)))
                .map(Map.Entry::getKey).findFirst().orElse(null);
        if (key == null) {
            return FakeAnswer.json(404, error("0x80040217", "contact With Id = " + id.group(1) + " Does Not Exist"));
        }

        if (fault == Fault.STALE_VERSION && chance()) {
            touch(rows.get(key));
        }

        if (!part.header("If-Match").equals(rows.get(key).path("@odata.etag").asText())) {
            return FakeAnswer.json(412, error("0x80060882", "The version of the existing record doesn't match"));
        }

        if (part.method().equals("DELETE")) {
            rows.remove(key);
            return FakeAnswer.empty(204);
        }

        return write(key, (ObjectNode) part.json());
    }

    private FakeAnswer createByKey(final FakeRequest part) {
        final Matcher key = KEY.matcher(part.path());
        if (!key.find() || !"*".equals(part.header("If-None-Match"))) {
            return FakeAnswer.json(400, error("0x80048d19", "Neither identifier nor key"));
        }

        return rows.containsKey(normalized(key.group(1)))
                ? FakeAnswer.json(412, error("0x80040237", "A record with matching key values already exists."))
                : write(key.group(1).replace("''", "'"), (ObjectNode) part.json());
    }

    private FakeAnswer create(final ObjectNode values) {
        final String key = values.path("crm_key").asText();
        return rows.containsKey(key.toLowerCase())
                ? FakeAnswer.json(412, error("0x80060892", "A record that has the attribute values already exists")) : write(key, values);
    }

    private FakeAnswer write(final String key, final ObjectNode values) {
        final FakeAnswer problem = problem(values);
        return problem == null
                ? FakeAnswer.empty(204).withHeader("OData-EntityId", "https://org.example%s/contacts(%s)".formatted(ROOT, store(key, values).path("contactid").asText()))
                : problem;
    }

    private static ObjectNode error(final String code, final String message) {
        final ObjectNode answer = MAPPER.createObjectNode();
        answer.putObject("error").put("code", code).put("message", message);
        return answer;
    }

    @Override
    protected FakeAnswer spoil(final Fault fault, final FakeAnswer answer) {
        if (fault == Fault.UNATTRIBUTED) {
            answer.results().forEach(result -> ((ObjectNode) result).remove("id"));
            return answer;
        }

        return super.spoil(fault, answer);
    }

    /** The answers to the parts of a batch, written when they are sent, for they may be spoilt before. */
    private record Parts(ArrayNode results) {

        @Override
        public String toString() {
            final List<String> lines = new ArrayList<>();
            for (final JsonNode result : results) {
                lines.addAll(List.of("--batchresponse_1", "Content-Type: application/http", "Content-Transfer-Encoding: binary"));
                if (result.has("id")) {
                    lines.add("Content-ID: " + result.path("id").asText());
                }

                lines.addAll(List.of("", "HTTP/1.1 %d Some Words".formatted(result.path("status").asInt()), "OData-Version: 4.0"));
                if (result.path("entity").isTextual()) {
                    lines.add("OData-EntityId: " + result.path("entity").asText());
                }

                lines.addAll(List.of("", result.path("body").asText(), ""));
            }

            lines.addAll(List.of("--batchresponse_1--", ""));
            return String.join("\r\n", lines);
        }
    }
}
