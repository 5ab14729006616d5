package org.nificrm.mapping.source;

import org.apache.nifi.record.path.FieldValue;
import org.apache.nifi.record.path.StandardFieldValue;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;

/**
 * What a rule sees: the whole record for absolute paths, and for relative ones the record again or, below a forEach, one of
 * its elements. Belongs to one record and one thread.
 */
public final class Scope {

    private final Scope parent;
    private final Record root;
    private final Object current;
    private final String path;
    private final Expressions expressions;
    private FieldValue node;

    private Scope(final Scope parent, final Record root, final Object current, final String path, final Expressions expressions) {
        this.parent = parent;
        this.root = root;
        this.current = current;
        this.path = path;
        this.expressions = expressions;
    }

    /** The scope of a whole record. */
    public static Scope of(final Record root, final Expressions expressions) {
        return new Scope(null, root, root, "", expressions);
    }

    /** The scope of one element below this one. */
    public Scope element(final Object element, final String elementPath) {
        return new Scope(this, root, element, elementPath, expressions);
    }

    public Record root() {
        return root;
    }

    public Object current() {
        return current;
    }

    /** Where the current element stands in the record, empty for the record itself. */
    public String path() {
        return path;
    }

    Expressions expressions() {
        return expressions;
    }

    /** The current element as RecordPath wants it. */
    FieldValue node() {
        if (node == null) {
            node = new StandardFieldValue(current, new RecordField(parent == null ? "root" : "element", type()), parent == null ? null : parent.node());
        }

        return node;
    }

    private DataType type() {
        return current instanceof final Record record
                ? RecordFieldType.RECORD.getRecordDataType(record.getSchema())
                : RecordFieldType.STRING.getDataType();
    }
}
