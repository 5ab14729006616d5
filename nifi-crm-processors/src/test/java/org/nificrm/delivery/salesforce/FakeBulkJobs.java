package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.FakeAnswer;
import org.nificrm.delivery.rest.FakeRequest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The jobs of a fake Salesforce: each is carried out when it has been asked for twice, unless it is held up. */
final class FakeBulkJobs {

    static final String PATH = "/jobs/ingest";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int POLLS = 2;

    private static final class Job {
        private String operation;
        private String state = "Open";
        private String csv;
        private int polls;
        private final Map<String, StringBuilder> results = new LinkedHashMap<>();
    }

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final BiFunction<String, Map<String, String>, JsonNode> writer;
    private boolean held;
    private int mostRecords = Integer.MAX_VALUE;

    /** @param writer carries out a row: operation and values give a result as that of a collection */
    FakeBulkJobs(final BiFunction<String, Map<String, String>, JsonNode> writer) {
        this.writer = writer;
    }

    /** Whether jobs stay where they are. */
    void hold(final boolean hold) {
        held = hold;
    }

    /** Each job ends after so many records. */
    void endAfter(final int records) {
        mostRecords = records;
    }

    List<String> states() {
        return jobs.values().stream().map(job -> job.state).toList();
    }

    FakeAnswer answer(final FakeRequest request, final String path) {
        final String[] parts = path.substring(PATH.length()).split("/");
        if (parts.length < 2) {
            return create(request.json());
        }

        final Job job = jobs.get(parts[1]);
        if (job == null) {
            return FakeAnswer.json(404, MAPPER.createArrayNode().add(MAPPER.createObjectNode().put("errorCode", "NOT_FOUND").put("message", "No such job")));
        }

        final String resource = parts.length > 2 ? parts[2] : "";
        return switch (request.method() + " " + resource) {
            case "PUT batches" -> upload(job, request);
            case "PATCH " -> change(parts[1], job, request.json());
            case "GET " -> state(parts[1], job);
            default -> FakeAnswer.text(200, "text/csv", job.results.getOrDefault(resource, new StringBuilder()).toString());
        };
    }

    private FakeAnswer create(final JsonNode body) {
        final boolean upsert = body.path("operation").asText().equals("upsert");
        if (!body.path("object").asText().equals("Contact") || !body.path("contentType").asText().equals("CSV") || !body.path("lineEnding").asText().equals("LF")
                || body.size() != (upsert ? 5 : 4) || upsert && !body.path("externalIdFieldName").asText().equals(FakeSalesforce.KEY)) {
            return refused("INVALIDJOB");
        }

        final Job job = new Job();
        job.operation = body.path("operation").asText();
        final String id = "750%015d".formatted(jobs.size() + 1);
        jobs.put(id, job);
        return FakeAnswer.json(200, info(id, job));
    }

    private static ObjectNode info(final String id, final Job job) {
        final ObjectNode info = MAPPER.createObjectNode().put("id", id).put("operation", job.operation).put("object", "Contact").put("state", job.state);
        return job.state.equals("Failed") ? info.put("errorMessage", "InvalidBatch : out of time") : info;
    }

    private static FakeAnswer refused(final String code) {
        return FakeAnswer.json(400, MAPPER.createArrayNode().add(MAPPER.createObjectNode().put("errorCode", code).put("message", "Not so")));
    }

    private static FakeAnswer upload(final Job job, final FakeRequest request) {
        if (!job.state.equals("Open") || job.csv != null || !request.header("Content-Type").startsWith("text/csv")) {
            return refused("INVALIDJOBSTATE");
        }

        job.csv = request.text();
        return FakeAnswer.empty(201);
    }

    private static FakeAnswer change(final String id, final Job job, final JsonNode body) {
        final String state = body.path("state").asText();
        if (!job.state.equals("Open") || !state.equals("Aborted") && (!state.equals("UploadComplete") || job.csv == null)) {
            return refused("INVALIDJOBSTATE");
        }

        job.state = state;
        return FakeAnswer.json(200, info(id, job));
    }

    private FakeAnswer state(final String id, final Job job) {
        if (job.state.equals("UploadComplete") || job.state.equals("InProgress")) {
            job.polls++;
            job.state = "InProgress";
            if (!held && job.polls >= POLLS) {
                carryOut(job);
            }
        }

        return FakeAnswer.json(200, info(id, job));
    }

    private void carryOut(final Job job) {
        try {
            final List<Map<String, String>> rows = Csv.read(job.csv);
            final List<String> columns = rows.isEmpty() ? List.of() : List.copyOf(rows.getFirst().keySet());
            header(job, "successfulResults", List.of("sf__Id", "sf__Created"), columns);
            header(job, "failedResults", List.of("sf__Id", "sf__Error"), columns);
            header(job, "unprocessedrecords", List.of(), columns);
            int count = 0;
            for (final Map<String, String> row : rows) {
                count++;
                final JsonNode result = count > mostRecords ? null : writer.apply(job.operation, row);
                if (result == null) {
                    line(job, "unprocessedrecords", List.of(), columns, row);
                } else if (result.path("success").asBoolean()) {
                    line(job, "successfulResults", List.of(result.path("id").asText(), Boolean.toString(result.path("created").asBoolean())), columns, row);
                } else {
                    final JsonNode error = result.at("/errors/0");
                    line(job, "failedResults", List.of("", "%s:%s:--".formatted(error.path("statusCode").asText(), error.path("message").asText())), columns, row);
                }
            }

            job.state = count > mostRecords ? "Failed" : "JobComplete";
        } catch (final CrmException e) {
            job.state = "Failed";
        }
    }

    private static void header(final Job job, final String kind, final List<String> own, final List<String> columns) {
        job.results.put(kind, new StringBuilder());
        final List<String> names = new ArrayList<>(own);
        names.addAll(columns);
        Csv.appendLine(job.results.get(kind), names);
    }

    private static void line(final Job job, final String kind, final List<String> own, final List<String> columns, final Map<String, String> row) {
        final List<String> values = new ArrayList<>(own);
        columns.forEach(column -> values.add(row.get(column)));
        Csv.appendLine(job.results.get(kind), values);
    }
}
