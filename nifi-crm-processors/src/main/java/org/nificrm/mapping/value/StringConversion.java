package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;

/** Any single value as text. Nothing is cut: what is too long for the target is an error. */
public final class StringConversion implements Conversion {

    private final int longest;

    /** Text of any length. */
    public StringConversion() {
        this(Integer.MAX_VALUE);
    }

    /** @param longest characters that the target holds */
    public StringConversion(final int longest) {
        this.longest = longest;
    }

    @Override
    public DataType dataType() {
        return RecordFieldType.STRING.getDataType();
    }

    @Override
    public Object convert(final Object value) throws MappingFailure {
        final String text = ValueText.of(value);
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            throw new MappingFailure(FailureCode.MAP_TYPE, "value %s is longer than the %d characters of the target".formatted(MappingFailure.quote(text), longest));
        }

        return text;
    }
}
