package org.nificrm.delivery.zoho;

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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Zoho's contacts with a unique field {@code Crm_Key}, and the accounts A1 and A2 that they may belong to, in memory. */
public final class FakeZoho extends FakeApi {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern QUERY = Pattern.compile("select (.+) from (\\w+) where Crm_Key in \\((.+)\\)");
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Map<String, String> ACCOUNTS = Map.of("a1", "9001", "a2", "9002");

    /** Records by key in lower case, for the field is unique without regard to case. */
    private final Map<String, ObjectNode> records = new TreeMap<>();
    private int lastId = 1000;

    public FakeZoho(final long seed) throws IOException {
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
        return records.get(key).path(field).asText();
    }

    @Override
    protected boolean isAuthorized(final FakeRequest request) {
        return ("Zoho-oauthtoken " + TOKEN).equals(request.header("Authorization"));
    }

    @Override
    protected Optional<Specification> specification() {
        return Optional.of(Specification.of("zoho"));
    }

    @Override
    protected boolean isSpared(final FakeRequest request) {
        return request.path().endsWith("/settings/fields");
    }

    @Override
    protected FakeAnswer refusal(final Fault fault) {
        return switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER, THROTTLED -> FakeAnswer.json(429, error("TOO_MANY_REQUESTS", "You have exceeded the concurrency limit", null));
            case DAILY_QUOTA -> FakeAnswer.json(429, error("TOO_MANY_REQUESTS", "You have exceeded the limit of the day", null))
                    .withHeader("X-API-CREDITS-REMAINING", "0");
            case TOKEN_EXPIRED -> FakeAnswer.json(401, error("INVALID_TOKEN", "invalid oauth token", null));
            default -> FakeAnswer.json(500, error("INTERNAL_ERROR", "Internal server error occurred.", null));
        };
    }

    @Override
    protected FakeAnswer answer(final FakeRequest request, final Fault fault) {
        return switch (request.line()) {
            case "GET /crm/v8/settings/fields" -> fields(request.query().get("module"));
            case "POST /crm/v8/coql" -> find(request.json().path("select_query").asText());
            case "POST /crm/v8/Contacts/upsert" -> upsert(request.json(), fault);
            case "PUT /crm/v8/Contacts" -> update(request.json(), fault);
            case "DELETE /crm/v8/Contacts" -> delete(request.query());
            default -> FakeAnswer.json(404, error("INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one", null));
        };
    }

    private static FakeAnswer fields(final String module) {
        try (InputStream stream = FakeZoho.class.getResourceAsStream("modules.json")) {
            final JsonNode fields = MAPPER.readTree(stream).path(module);
            return fields.isMissingNode() ? FakeAnswer.json(400, error("INVALID_MODULE", "The module name given seems to be invalid", null))
                    : FakeAnswer.json(200, MAPPER.createObjectNode().set("fields", fields));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeAnswer find(final String text) {
        final Matcher query = QUERY.matcher(text);
        if (!query.matches()) {
            return FakeAnswer.json(400, error("SYNTAX_ERROR", "error occured while parsing the query", null));
        }

        final ObjectNode answer = MAPPER.createObjectNode();
        final ArrayNode found = answer.putArray("data");
        final Matcher literal = LITERAL.matcher(query.group(3));
        while (literal.find()) {
            final ObjectNode row = row(query.group(2), literal.group(1).replace("''", "'"), List.of(query.group(1).split(", ")));
            if (row != null) {
                found.add(row);
            }
        }

        answer.putObject("info").put("count", found.size()).put("more_records", false);
        return found.isEmpty() ? FakeAnswer.empty(204) : FakeAnswer.json(200, answer).withResults(found);
    }

    private ObjectNode row(final String module, final String key, final List<String> selected) {
        if (module.equals("Accounts")) {
            final String id = ACCOUNTS.get(key.toLowerCase());
            return id == null ? null : MAPPER.createObjectNode().put("id", id).put("Crm_Key", key.toUpperCase());
        }

        final ObjectNode record = records.get(key.toLowerCase());
        if (record == null) {
            return null;
        }

        final ObjectNode row = MAPPER.createObjectNode();
        for (final String field : selected) {
            row.set(field, field.equals("Account_Name.Crm_Key") ? account(record) : record.get(field));
        }

        return row;
    }

    private static JsonNode account(final ObjectNode record) {
        final String id = record.path("Account_Name").path("id").asText();
        return ACCOUNTS.entrySet().stream().filter(account -> account.getValue().equals(id)).findFirst()
                .map(account -> (JsonNode) MAPPER.getNodeFactory().textNode(account.getKey().toUpperCase())).orElse(null);
    }

    private FakeAnswer upsert(final JsonNode request, final Fault fault) {
        if (!request.path("duplicate_check_fields").toString().equals("[\"Crm_Key\"]")) {
            return FakeAnswer.json(400, error("INVALID_DATA", "invalid data", "duplicate_check_fields"));
        }

        return each(request, fault, record -> record.path("Crm_Key").asText());
    }

    private FakeAnswer update(final JsonNode request, final Fault fault) {
        return each(request, fault, record -> keyOf(record.path("id").asText()));
    }

    private String keyOf(final String id) {
        return records.entrySet().stream().filter(record -> record.getValue().path("id").asText().equals(id)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private interface KeyReader {
        String key(JsonNode record);
    }

    private FakeAnswer each(final JsonNode request, final Fault fault, final KeyReader keys) {
        final JsonNode data = request.path("data");
        if (data.isEmpty() || data.size() > 100 || !request.path("trigger").isArray() || !request.path("trigger").isEmpty()) {
            return FakeAnswer.json(400, error("INVALID_DATA", "1 to 100 records, no trigger", "data"));
        }

        for (final JsonNode record : data) {
            if (record.path("Last_Name").asText().equals(POISON)) {
                return FakeAnswer.json(400, error("INVALID_DATA", "invalid data", "Last_Name"));
            }
        }

        final ArrayNode results = MAPPER.createArrayNode();
        for (int i = 0; i < data.size(); i++) {
            results.add(fault == Fault.SOME_LOCKED && chance() ? entryError("RECORD_LOCKED", "The record is locked", "Last_Name", i)
                    : write((ObjectNode) data.get(i), keys.key(data.get(i)), i));
        }

        return answered(results);
    }

    private static FakeAnswer answered(final ArrayNode results) {
        boolean all = true;
        for (final JsonNode result : results) {
            all &= result.path("code").asText().equals("SUCCESS");
        }

        return FakeAnswer.json(all ? 200 : 207, MAPPER.createObjectNode().set("data", results)).withResults(results);
    }

    private ObjectNode write(final ObjectNode record, final String key, final int place) {
        if (key == null) {
            return entryError("INVALID_DATA", "the id given seems to be invalid", "id", place);
        }

        return switch (record.path("Last_Name").asText()) {
            case INVALID -> entryError("INVALID_DATA", "invalid data", "Last_Name", place);
            case TAKEN -> entryError("DUPLICATE_DATA", "duplicate data", "Email", place);
            default -> store(key, record);
        };
    }

    private ObjectNode store(final String key, final ObjectNode values) {
        final boolean isNew = !records.containsKey(key.toLowerCase());
        final ObjectNode record = records.computeIfAbsent(key.toLowerCase(), one -> MAPPER.createObjectNode().put("id", Integer.toString(++lastId)));
        if (values.has("Changed")) {
            replaced(record.path("Changed").asText(), values.path("Changed").asText());
        }

        record.setAll(values);
        final ObjectNode result = MAPPER.createObjectNode().put("code", "SUCCESS").put("status", "success").put("action", isNew ? "insert" : "update");
        result.putObject("details").put("id", record.path("id").asText());
        return result;
    }

    private FakeAnswer delete(final Map<String, String> query) {
        if (!query.get("wf_trigger").equals("false")) {
            return FakeAnswer.json(400, error("INVALID_DATA", "a workflow would start", "wf_trigger"));
        }

        final ArrayNode results = MAPPER.createArrayNode();
        for (final String id : query.get("ids").split(",")) {
            final String key = keyOf(id);
            if (key == null) {
                final ObjectNode error = error("INVALID_DATA", "the id given seems to be invalid", "id");
                error.withObject("/details").put("id", id);
                results.add(error);
            } else {
                records.remove(key);
                final ObjectNode result = results.addObject().put("code", "SUCCESS").put("status", "success");
                result.putObject("details").put("id", id);
            }
        }

        return answered(results);
    }

    private static ObjectNode entryError(final String code, final String message, final String field, final int place) {
        final ObjectNode error = error(code, message, field);
        error.withObject("/details").put("json_path", "$.data[%d].%s".formatted(place, field));
        return error;
    }

    private static ObjectNode error(final String code, final String message, final String field) {
        final ObjectNode error = MAPPER.createObjectNode().put("code", code).put("status", "error").put("message", message);
        error.putObject("details").put("api_name", Objects.requireNonNullElse(field, ""));
        return error;
    }
}
