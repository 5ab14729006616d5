package org.nificrm.delivery.convert;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.delivery.UnfitValueException;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Text of any value that a record may hold. */
public final class Texts {

    private Texts() {
    }

    public static String of(final Object value) {
        return switch (value) {
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Timestamp timestamp -> timestamp.toLocalDateTime().toString();
            case Date date -> date.toLocalDate().toString();
            case Time time -> time.toLocalTime().toString();
            case java.util.Date date -> date.toInstant().toString();
            case Record record -> Json.text(record);
            case Map<?, ?> map -> Json.text(map);
            case Collection<?> collection -> Json.text(collection);
            case Object[] array -> Json.text(array);
            default -> value.toString();
        };
    }

    /**
     * @param length most characters that the field holds
     */
    public static String atMost(final String field, final Object value, final int length) throws UnfitValueException {
        final String text = of(value);
        if (text.length() > length) {
            throw Unfit.tooLong(field, text.length(), length, "characters");
        }

        return text;
    }

    /**
     * The entries of a collection or an array, or the parts of a text; blank ones left out.
     *
     * @param separator regular expression of what stands between the parts of a text
     */
    public static List<String> parts(final Object value, final String separator) {
        final Collection<?> entries = switch (value) {
            case Collection<?> collection -> collection;
            case Object[] array -> Arrays.asList(array);
            default -> Arrays.asList(of(value).split(separator));
        };
        return entries.stream().filter(Objects::nonNull).map(entry -> of(entry).strip()).filter(part -> !part.isEmpty()).toList();
    }
}
