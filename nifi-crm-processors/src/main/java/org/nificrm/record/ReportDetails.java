package org.nificrm.record;

import com.fasterxml.jackson.core.JsonGenerator;
import org.nificrm.cleansing.Finding;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The findings of single records in the report, with their values masked. Written as they come, so that none has to be kept. */
public final class ReportDetails {

    private final JsonGenerator json;

    /** Begins the list; {@link #end()} must follow before anything else is written. */
    public ReportDetails(final JsonGenerator json) throws IOException {
        this.json = json;
        json.writeArrayFieldStart("details");
    }

    /**
     * Writes what was found in one record.
     *
     * @param position one-based position in the FlowFile
     * @param sourceId key of the record in its source system, or null
     */
    public void write(final long position, final String sourceId, final List<Finding> findings) throws IOException {
        for (final Finding finding : findings) {
            json.writeStartObject();
            json.writeNumberField("record", position);
            json.writeStringField("sourceId", sourceId);
            json.writeStringField("field", finding.field());
            json.writeStringField("code", finding.code());
            json.writeStringField("rule", finding.rule());
            json.writeStringField("dimension", finding.dimension() == null ? null : finding.dimension().key());
            json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("action", finding.action().key());
            json.writeStringField("before", Masking.mask(finding.before()));
            json.writeStringField("after", Masking.mask(finding.after()));
            json.writeStringField("source", finding.source());
            json.writeStringField("message", finding.message());
            json.writeEndObject();
        }
    }

    public void end() throws IOException {
        json.writeEndArray();
    }
}
