package org.nificrm.processors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;

/** How a processor tells what became of the records of a FlowFile, for {@link ReportMigration}. */
final class StageReports {

    static final Relationship REPORT = new Relationship.Builder()
            .name("report")
            .description("One JSON report for each FlowFile that has records, counts and sums only; connect it to ReportMigration")
            .autoTerminateDefault(true)
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    private StageReports() {
    }

    /**
     * Nothing is told of a FlowFile without records.
     *
     * @param parent FlowFile that is reported about
     */
    static void transfer(final ProcessSession session, final FlowFile parent, final ObjectNode report) {
        if (report.path("records").isEmpty()) {
            return;
        }

        final byte[] content;
        try {
            content = JSON.writeValueAsBytes(report);
        } catch (final JsonProcessingException e) {
            throw new ProcessException("Writing the report failed", e);
        }

        final FlowFile written = session.write(session.create(parent), out -> out.write(content));
        session.transfer(session.putAttribute(written, CoreAttributes.MIME_TYPE.key(), "application/json"), REPORT);
    }
}
