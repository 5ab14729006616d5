package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Yes or no by word lists, whatever their case; a word on neither list is an error. */
public final class BooleanConversion implements Conversion {

    public static final List<String> TRUE_WORDS = List.of("true", "t", "yes", "y", "1", "是");
    public static final List<String> FALSE_WORDS = List.of("false", "f", "no", "n", "0", "否");

    private final Map<String, Boolean> words = new HashMap<>();

    public BooleanConversion(final List<String> trueWords, final List<String> falseWords) {
        trueWords.forEach(word -> words.put(fold(word), Boolean.TRUE));
        falseWords.forEach(word -> words.put(fold(word), Boolean.FALSE));
    }

    @Override
    public DataType dataType() {
        return RecordFieldType.BOOLEAN.getDataType();
    }

    @Override
    public Object convert(final Object value) throws MappingFailure {
        if (value instanceof Boolean) {
            return value;
        }

        final Boolean converted = words.get(fold(ValueText.of(value)));
        if (converted == null) {
            throw new MappingFailure(FailureCode.MAP_TYPE,
                    "value %s is neither a true nor a false word; add it to formats.true or formats.false".formatted(MappingFailure.quote(value)));
        }

        return converted;
    }

    /** The form in which words are compared. */
    public static String fold(final String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
