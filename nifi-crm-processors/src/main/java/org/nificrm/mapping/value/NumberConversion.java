package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** A number of one of the target's numeric types. Digits are never lost: what does not fit is an error. */
public final class NumberConversion implements Conversion {

    /** Digits of a {@code decimal} whose precision nobody gave: the widest that databases share. */
    private static final int WIDEST_PRECISION = 38;
    private static final int WIDEST_SCALE = 10;

    private final RecordFieldType type;
    private final NumberReader reader;
    private final int precision;
    private final int scale;
    private final boolean fixedScale;

    private NumberConversion(final RecordFieldType type, final NumberReader reader, final int precision, final int scale, final boolean fixedScale) {
        this.type = type;
        this.reader = reader;
        this.precision = precision;
        this.scale = scale;
        this.fixedScale = fixedScale;
    }

    /** @param type INT, LONG, FLOAT or DOUBLE */
    public static NumberConversion of(final RecordFieldType type, final NumberReader reader) {
        return new NumberConversion(type, reader, 0, 0, false);
    }

    /** Decimals of up to 38 digits, up to 10 of them after the point. */
    public static NumberConversion decimal(final NumberReader reader) {
        return new NumberConversion(RecordFieldType.DECIMAL, reader, WIDEST_PRECISION, WIDEST_SCALE, false);
    }

    /** Decimals of {@code precision} digits, {@code scale} of them after the point. */
    public static NumberConversion decimal(final NumberReader reader, final int precision, final int scale) {
        return new NumberConversion(RecordFieldType.DECIMAL, reader, precision, scale, true);
    }

    @Override
    public DataType dataType() {
        return type == RecordFieldType.DECIMAL ? RecordFieldType.DECIMAL.getDecimalDataType(precision, scale) : type.getDataType();
    }

    @Override
    public Object convert(final Object value) throws MappingFailure {
        final BigDecimal number = number(value);
        try {
            return switch (type) {
                case INT -> number.intValueExact();
                case LONG -> number.longValueExact();
                case FLOAT -> number.floatValue();
                case DOUBLE -> number.doubleValue();
                default -> decimal(number, value);
            };
        } catch (final ArithmeticException e) {
            final String remedy = type == RecordFieldType.INT ? "; use 'long' or 'decimal'" : "; use 'decimal'";
            throw new MappingFailure(FailureCode.MAP_TYPE, "value %s does not fit into %s%s".formatted(MappingFailure.quote(value), name(), remedy));
        }
    }

    private BigDecimal number(final Object value) throws MappingFailure {
        return switch (value) {
            case final BigDecimal decimal -> decimal;
            case final BigInteger integer -> new BigDecimal(integer);
            case final Integer integer -> BigDecimal.valueOf(integer);
            case final Long integer -> BigDecimal.valueOf(integer);
            case final Boolean ignored -> throw new MappingFailure(FailureCode.MAP_TYPE, "value %s is not a number".formatted(MappingFailure.quote(value)));
            case final Number number -> decimalOf(number);
            default -> reader.read(ValueText.of(value));
        };
    }

    private static BigDecimal decimalOf(final Number number) throws MappingFailure {
        try {
            return new BigDecimal(number.toString());
        } catch (final NumberFormatException e) {
            throw new MappingFailure(FailureCode.MAP_TYPE, "value %s is not a finite number".formatted(MappingFailure.quote(number)));
        }
    }

    private BigDecimal decimal(final BigDecimal number, final Object value) throws MappingFailure {
        final BigDecimal scaled = number.setScale(scale);
        if (scaled.precision() > precision) {
            throw new MappingFailure(FailureCode.MAP_TYPE, "value %s has more digits than %s holds".formatted(MappingFailure.quote(value), name()));
        }

        return fixedScale || number.scale() < 0 || number.scale() > scale ? scaled : number;
    }

    private String name() {
        return switch (type) {
            case INT -> "integer";
            case DECIMAL -> "decimal(%d,%d)".formatted(precision, scale);
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
