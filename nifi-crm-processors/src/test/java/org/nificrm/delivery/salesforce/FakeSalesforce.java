package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Salesforce's contacts with the external id {@code Crm_Key__c}, which belong to accounts, in memory. It refuses what is not
 * in the documented shape of a request.
 */
final class FakeSalesforce extends FakeApi {

    static final String ROOT = "/services/data/v62.0";
    static final String KEY = "Crm_Key__c";
    static final String CHANGED = "Changed__c";

    /** An account that is there from the start. */
    static final String ACCOUNT = "acme";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern QUERY = Pattern.compile("SELECT ([\\w.,]+) FROM Contact WHERE Crm_Key__c IN \\((.*)\\)", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'", Pattern.DOTALL);
    private static final int PAGE = 40;

    /** By key in lower case, since the external id does not distinguish case. */
    private final Map<String, ObjectNode> records = new TreeMap<>();
    private final List<JsonNode> furtherPages = new ArrayList<>();
    private final JsonNode descriptions;
    private final FakeBulkJobs jobs = new FakeBulkJobs(this::carryOut);
    private int lastId;

    FakeSalesforce(final long seed) throws IOException {
        super(seed);
        try (InputStream stream = FakeSalesforce.class.getResourceAsStream("descriptions.json")) {
            descriptions = MAPPER.readTree(stream);
        }
    }

    FakeBulkJobs jobs() {
        return jobs;
    }

    synchronized Map<String, ObjectNode> records() {
        return new TreeMap<>(records);
    }

    @Override
    public synchronized long count(final String key) {
        return records.containsKey(folded(key)) ? 1 : 0;
    }

    @Override
    public synchronized String value(final String key, final String field) {
        return records.get(folded(key)).path(field).asText();
    }

    private static String folded(final String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    @Override
    protected boolean isSpared(final FakeRequest request) {
        return request.path().endsWith("/describe");
    }

    @Override
    protected FakeAnswer refusal(final Fault fault) {
        return switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER, THROTTLED -> refused(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded.");
            case DAILY_QUOTA -> refused(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            case LOCKED -> refused(503, "SERVER_UNAVAILABLE", "Busy");
            case TOKEN_EXPIRED -> refused(401, "INVALID_SESSION_ID", "Session expired or invalid");
            default -> refused(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred");
        };
    }

    private static FakeAnswer refused(final int status, final String code, final String message) {
        return FakeAnswer.json(status, errors("errorCode", code, message));
    }

    private static ArrayNode errors(final String codeName, final String code, final String message) {
        final ArrayNode errors = MAPPER.createArrayNode();
        errors.addObject().put("message", message).put(codeName, code).putArray("fields");
        return errors;
    }

    @Override
    protected FakeAnswer answer(final FakeRequest request, final Fault fault) {
        final String path = request.path().replace(ROOT, "");
        if (path.startsWith(FakeBulkJobs.PATH)) {
            return jobs.answer(request, path);
        }

        return switch (request.method() + " " + path) {
            case "GET /sobjects/Contact/describe" -> FakeAnswer.json(200, descriptions.path("Contact"));
            case "GET /sobjects/Account/describe" -> FakeAnswer.json(200, descriptions.path("Account"));
            case "POST /composite" -> composite(request.json());
            case "PATCH /composite/sobjects/Contact/Crm_Key__c" -> write(request.json(), false, fault);
            case "PATCH /composite/sobjects" -> write(request.json(), true, fault);
            case "DELETE /composite/sobjects" -> delete(request);
            default -> path.startsWith("/query/page-") ? page(path) : refused(404, "NOT_FOUND", "The requested resource does not exist");
        };
    }

    private FakeAnswer composite(final JsonNode body) {
        final JsonNode part = body.path("compositeRequest").path(0);
        final URI address = URI.create(part.path("url").asText());
        if (!part.path("method").asText().equals("GET") || part.path("referenceId").asText().isEmpty() || !address.getPath().equals(ROOT + "/query")) {
            return refused(400, "MALFORMED", "No query in a composite request");
        }

        final Matcher query = QUERY.matcher(URLDecoder.decode(address.getRawQuery().substring(2), StandardCharsets.UTF_8));
        final ObjectNode answer = MAPPER.createObjectNode();
        final ObjectNode answered = answer.putArray("compositeResponse").addObject().put("referenceId", part.path("referenceId").asText());
        if (query.matches()) {
            final ObjectNode first = found(query.group(1).split(","), query.group(2));
            answered.put("httpStatusCode", 200).set("body", first);
            return FakeAnswer.json(200, answer).withResults((ArrayNode) first.path("records"));
        }

        answered.put("httpStatusCode", 400).set("body", errors("errorCode", "MALFORMED_QUERY", "unexpected token"));
        return FakeAnswer.json(200, answer);
    }

    private ObjectNode found(final String[] columns, final String literals) {
        final List<ObjectNode> found = new ArrayList<>();
        final Matcher literal = LITERAL.matcher(literals);
        while (literal.find()) {
            final ObjectNode record = records.get(folded(literal.group(1).replaceAll("\\\\(.)", "$1")));
            if (record != null) {
                found.add(selected(record, columns));
            }
        }

        ObjectNode page = null;
        for (int from = (found.size() - 1) / PAGE * PAGE; from >= 0; from -= PAGE) {
            final ObjectNode next = page;
            page = MAPPER.createObjectNode().put("totalSize", found.size()).put("done", next == null);
            page.putArray("records").addAll(found.subList(from, Math.min(from + PAGE, found.size())));
            if (next != null) {
                furtherPages.add(next);
                page.put("nextRecordsUrl", ROOT + "/query/page-" + (furtherPages.size() - 1));
            }
        }

        return page;
    }

    private static ObjectNode selected(final ObjectNode record, final String[] columns) {
        final ObjectNode selected = MAPPER.createObjectNode();
        selected.putObject("attributes").put("type", "Contact");
        for (final String column : columns) {
            final String[] path = column.split("\\.");
            final JsonNode value = record.path(path[0]);
            if (value.isMissingNode() || value.isNull()) {
                selected.putNull(path[0]);
            } else {
                selected.set(path[0], value.asText().endsWith("Z") ? MAPPER.getNodeFactory().textNode(value.asText().replace("Z", ".000+0000")) : value);
            }
        }

        return selected;
    }

    private FakeAnswer page(final String path) {
        final JsonNode page = furtherPages.get(Integer.parseInt(path.replace("/query/page-", "")));
        return FakeAnswer.json(200, page).withResults((ArrayNode) page.path("records"));
    }

    private FakeAnswer write(final JsonNode body, final boolean byId, final Fault fault) {
        final JsonNode sent = body.path("records");
        if (body.size() != 2 || !body.path("allOrNone").isBoolean() || !sent.isArray() || sent.isEmpty() || sent.size() > 200) {
            return refused(400, "INVALID_INPUT", "1 to 200 records and allOrNone");
        }

        final Set<String> seen = new HashSet<>();
        for (final JsonNode record : sent) {
            final String problem = problem(record, byId);
            if (problem != null) {
                return refused(400, problem, "The request is not in its documented shape");
            }

            if (record.path("LastName").asText().equals(POISON)) {
                return refused(400, "JSON_PARSER_ERROR", "Cannot deserialize instance of string: Poison");
            }
        }

        final ArrayNode results = MAPPER.createArrayNode();
        for (final JsonNode record : sent) {
            final String key = byId ? keyOf(record.path("id").asText()) : folded(record.path(KEY).asText());
            results.add(key == null ? failed("ENTITY_IS_DELETED", "entity is deleted")
                    : seen.add(key) ? write(key, (ObjectNode) record, byId, fault)
                    : failed("DUPLICATE_VALUE", "duplicate value found: Crm_Key__c duplicates value on record with id: <unknown>"));
        }

        return FakeAnswer.json(200, results).withResults(results);
    }

    /** The code of what is wrong with the shape of a record; null if nothing is. */
    private String problem(final JsonNode record, final boolean byId) {
        if (!record.path("attributes").path("type").asText().equals("Contact") || byId != record.has("id") || record.has("Id")
                || !byId && record.path(KEY).asText().isEmpty()) {
            return "INVALID_TYPE_OR_ID";
        }

        for (final Map.Entry<String, JsonNode> value : record.properties()) {
            if (!Set.of("attributes", "id", "Account").contains(value.getKey()) && !fits(value.getKey(), value.getValue())) {
                return "INVALID_FIELD";
            }
        }

        return null;
    }

    private boolean fits(final String name, final JsonNode value) {
        for (final JsonNode field : descriptions.at("/Contact/fields")) {
            if (field.path("name").asText().equals(name)) {
                return field.path("createable").asBoolean() && (value.isNull() || switch (field.path("type").asText()) {
                    case "double", "currency" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "date" -> value.asText().matches("\\d{4}-\\d{2}-\\d{2}");
                    case "datetime" -> value.asText().matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
                    default -> value.isTextual() && !value.asText().isBlank();
                });
            }
        }

        return false;
    }

    private String keyOf(final String id) {
        return records.entrySet().stream().filter(record -> record.getValue().path("Id").asText().equals(id)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private ObjectNode write(final String key, final ObjectNode record, final boolean byId, final Fault fault) {
        final String lastName = record.path("LastName").asText();
        if (lastName.equals(INVALID)) {
            return failed("FIELD_CUSTOM_VALIDATION_EXCEPTION", "Not a last name: " + lastName);
        }

        if (lastName.equals(TAKEN)) {
            return failed("DUPLICATES_DETECTED", "Use one of these records?");
        }

        if (fault == Fault.SOME_LOCKED && chance()) {
            return failed("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records");
        }

        if (record.has("Account") && !record.at("/Account/Crm_Key__c").asText().equals(ACCOUNT)) {
            return failed("INVALID_FIELD", "Foreign key external ID: x not found for field Crm_Key__c in entity Account");
        }

        final boolean isNew = !records.containsKey(key);
        final ObjectNode stored = records.computeIfAbsent(key, one -> create());
        if (record.has(CHANGED)) {
            replaced(stored.path(CHANGED).asText(), record.path(CHANGED).asText());
        }

        final ObjectNode values = record.deepCopy();
        values.remove(List.of("attributes", "id"));
        if (values.has("AccountId")) {
            stored.remove("Account");
        }

        stored.setAll(values);
        final ObjectNode result = MAPPER.createObjectNode().put("id", stored.path("Id").asText()).put("success", true);
        result.putArray("errors");
        return byId ? result : result.put("created", isNew);
    }

    private ObjectNode create() {
        lastId++;
        return MAPPER.createObjectNode().put("Id", "003%015d".formatted(lastId));
    }

    private static ObjectNode failed(final String code, final String message) {
        final ObjectNode result = MAPPER.createObjectNode().put("success", false);
        result.set("errors", errors("statusCode", code, message));
        return result;
    }

    private FakeAnswer delete(final FakeRequest request) {
        final String[] ids = request.query().get("ids").split(",");
        if (ids.length > 200 || !request.query().containsKey("allOrNone")) {
            return refused(400, "INVALID_INPUT", "At most 200 ids");
        }

        final ArrayNode results = MAPPER.createArrayNode();
        for (final String id : ids) {
            results.add(delete(id));
        }

        return FakeAnswer.json(200, results).withResults(results);
    }

    private ObjectNode delete(final String id) {
        final String key = keyOf(id);
        if (key == null) {
            return failed("ENTITY_IS_DELETED", "entity is deleted");
        }

        records.remove(key);
        final ObjectNode result = MAPPER.createObjectNode().put("id", id).put("success", true);
        result.putArray("errors");
        return result;
    }

    /** A row of a job: what is empty is left as it is, {@code #N/A} clears. */
    private ObjectNode carryOut(final String operation, final Map<String, String> row) {
        if (operation.equals("delete")) {
            return delete(row.get("Id"));
        }

        final ObjectNode record = MAPPER.createObjectNode();
        record.putObject("attributes").put("type", "Contact");
        row.forEach((name, value) -> {
            if (value.equals("#N/A")) {
                record.putNull(name);
            } else if (name.equals("Account.Crm_Key__c") && !value.isEmpty()) {
                record.putObject("Account").put(KEY, value);
            } else if (!value.isEmpty()) {
                record.put(name.equals("Id") ? "id" : name, value);
            }
        });
        if (record.path("LastName").asText().equals(POISON)) {
            return failed("STRING_TOO_LONG", "Last Name: data value too large");
        }

        final boolean byId = operation.equals("update");
        final String key = byId ? keyOf(record.path("id").asText()) : folded(record.path(KEY).asText());
        return key == null ? failed("ENTITY_IS_DELETED", "entity is deleted") : write(key, record, byId, Fault.NONE);
    }
}
