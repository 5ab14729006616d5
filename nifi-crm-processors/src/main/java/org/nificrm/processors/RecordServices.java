package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.serialization.RecordReaderFactory;
import org.apache.nifi.serialization.RecordSetWriterFactory;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;

/** The Record Reader and the Record Writer that the processors of all stages have. */
final class RecordServices {

    private static final String READER = "Record Reader";
    private static final String WRITER = "Record Writer";

    private RecordServices() {
    }

    static PropertyDescriptor reader(final String description) {
        return new PropertyDescriptor.Builder()
                .name(READER)
                .description(description)
                .identifiesControllerService(RecordReaderFactory.class)
                .required(true)
                .build();
    }

    static PropertyDescriptor writer(final String description) {
        return new PropertyDescriptor.Builder()
                .name(WRITER)
                .description(description)
                .identifiesControllerService(RecordSetWriterFactory.class)
                .required(true)
                .build();
    }

    static RecordInput open(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final ComponentLog logger) {
        return RecordInput.open(session, flowFile, context.getProperty(READER).asControllerService(RecordReaderFactory.class), logger);
    }

    static RecordRoutes routes(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final ComponentLog logger) {
        return new RecordRoutes(session, flowFile, context.getProperty(WRITER).asControllerService(RecordSetWriterFactory.class), logger);
    }
}
