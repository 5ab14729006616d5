package org.nificrm.record;

import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.MalformedRecordException;
import org.apache.nifi.serialization.RecordReader;
import org.apache.nifi.serialization.RecordReaderFactory;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * The records of one FlowFile, one at a time. Content that cannot be read does not throw: a value that does not fit the
 * reader's schema costs its record; broken syntax ends the input, since what follows could be read shifted. Either way
 * the good records go on, and {@link #problem()} says what a person has to mend.
 */
public final class RecordInput implements AutoCloseable {

    private static final RecordSchema NO_FIELDS = new SimpleRecordSchema(List.of());

    private final InputStream content;
    private RecordReader reader;
    private RecordSchema schema = NO_FIELDS;
    private long position;
    private long unreadable;
    private String problem;

    private RecordInput(final InputStream content) {
        this.content = content;
    }

    /** Opens the FlowFile's content; content of zero bytes is an input without records. */
    public static RecordInput open(final ProcessSession session, final FlowFile flowFile, final RecordReaderFactory readerFactory, final ComponentLog logger) {
        final RecordInput input = new RecordInput(session.read(flowFile));
        if (flowFile.getSize() > 0) {
            input.openReader(flowFile, readerFactory, logger);
        }

        return input;
    }

    private void openReader(final FlowFile flowFile, final RecordReaderFactory readerFactory, final ComponentLog logger) {
        try {
            reader = readerFactory.createRecordReader(flowFile, content, logger);
            schema = reader.getSchema();
        } catch (final MalformedRecordException | IOException | SchemaNotFoundException | RuntimeException e) {
            problem = "The content cannot be read with this Record Reader (%s). Check its format, character set and schema".formatted(kind(e));
            closeReader();
        }
    }

    /** The reader's schema; without fields where the content is empty or cannot be read. */
    public RecordSchema schema() {
        return schema;
    }

    /** The next readable record, or null at the end. */
    public Record next() {
        while (reader != null) {
            try {
                final Record record = reader.nextRecord();
                if (record == null) {
                    closeReader();
                } else {
                    position++;
                }

                return record;
            } catch (final MalformedRecordException | IOException | RuntimeException e) {
                position++;
                unreadable++;
                note(e);
                if (isSyntax(e)) {
                    closeReader();
                }
            }
        }

        return null;
    }

    private void note(final Exception exception) {
        if (problem == null) {
            final String text = isSyntax(exception)
                    ? "Reading stopped at record %d (%s). The records before it were processed; mend the content there and send the FlowFile again"
                    : "Record %d does not fit the schema of the Record Reader (%s). The other records were processed; mend it and send the FlowFile again";
            problem = text.formatted(position, kind(exception));
        }
    }

    /** Parsers of every format report broken syntax as an I/O or XML stream error; all else concerns one value. */
    private static boolean isSyntax(final Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof UncheckedIOException || cause instanceof XMLStreamException) {
                return true;
            }
        }

        return false;
    }

    /** Class names only: the messages of parsers quote the content. */
    private static String kind(final Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }

        final String name = exception.getClass().getSimpleName();
        return root == exception ? name : name + " caused by " + root.getClass().getSimpleName();
    }

    /** One-based position in the FlowFile of the record last returned. */
    public long position() {
        return position;
    }

    /** Number of records that were met and could not be read. */
    public long unreadable() {
        return unreadable;
    }

    /** The first thing that could not be read, with its remedy and without any of the content; empty if all was read. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() throws IOException {
        closeReader();
        content.close();
    }

    private void closeReader() {
        if (reader != null) {
            try {
                reader.close();
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                reader = null;
            }
        }
    }
}
