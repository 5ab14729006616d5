package org.nificrm.values.phone;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads phone fields.
 *
 * <p>Plainly written numbers are recognised by {@link NumberingPlans}; everything else goes through a cache to the full procedure, which
 * ends in libphonenumber. Safe for use by many threads.</p>
 */
public final class PhoneParser {
    private static final int CACHE_SIZE = 50_000;
    private static final int LONGEST_FIELD = 250;
    private static final String NO_REGION = "ZZ";

    private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");
    private static final Pattern MASKED = Pattern.compile("\\*{2,}|(?<!\\(0)[xX]{2,}|[•●]{2,}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** A word of a vanity number, which no look-alike of a digit sits in. */
    private static final Pattern FOREIGN_LETTER = Pattern.compile("[\\p{L}&&[^A-Za-z]]|\\d[OoIl]|[OoIl]\\d");
    private static final Pattern CHINESE_EXTENSION = Pattern.compile("(.*\\d{4})\\s*[-_*#,pPwW]+\\s*(\\d{1,6})");
    private static final Pattern CHINESE_CODE = Pattern.compile("(?:\\+|00)?\\s*86.*");
    private static final Pattern STRONG_SEPARATOR = Pattern.compile("\\s*(?:[/、;,|&\\n]|\\s(?:or|and|und|oder|ou|et|y|或|和|及)\\s|或|和|及)\\s*");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Set<PhoneType> EXCHANGES =
            EnumSet.of(PhoneType.FIXED_LINE, PhoneType.FIXED_LINE_OR_MOBILE, PhoneType.TOLL_FREE, PhoneType.SHARED_COST, PhoneType.UAN);
    private static final Set<PhoneType> VANITY = EnumSet.of(PhoneType.TOLL_FREE, PhoneType.PREMIUM_RATE, PhoneType.SHARED_COST, PhoneType.UAN);

    private final NumberingPlans numberingPlans = NumberingPlans.shared();
    private final PhoneNumberUtil phoneNumberUtil = PhoneNumberUtil.getInstance();
    private final List<PhoneRange> additionalRanges;
    private final Cache<Field, PhoneReading> cache = Caffeine.newBuilder().maximumSize(CACHE_SIZE).build();

    public PhoneParser() {
        this(List.of());
    }

    /**
     * @param additionalRanges ranges to hold valid although libphonenumber does not know them yet
     */
    public PhoneParser(final List<PhoneRange> additionalRanges) {
        this.additionalRanges = List.copyOf(additionalRanges);
    }

    /**
     * @param raw a phone field: one number or several, with labels, remarks and extensions
     * @param region ISO 3166-1 alpha-2 code of the country that numbers without a country code belong to; null or empty for none
     * @return the numbers, or why there are none
     */
    public PhoneReading parse(final String raw, final String region) {
        final PhoneNumber plain = numberingPlans.find(raw, region);
        if (plain != null) {
            return PhoneReading.valid(plain);
        }

        return cache.get(new Field(raw, region), this::read);
    }

    private PhoneReading read(final Field field) {
        if (field.raw().length() > LONGEST_FIELD) {
            return PhoneReading.none(PhoneStatus.INVALID);
        }

        final String region = field.region() == null || field.region().isBlank() ? NO_REGION : field.region();
        if (field.raw().regionMatches(true, 0, "tel:", 0, 4)) {
            return readUri(field.raw(), region);
        }

        final PhoneText text = PhoneText.of(field.raw());
        final PhoneStatus refused = refusalOf(text.number());
        if (refused != null) {
            return PhoneReading.none(refused);
        }

        final PhoneReading whole = readOne(text, region);
        return whole.isValid() ? separated(text, region, whole) : Objects.requireNonNullElse(readSeveral(text, region), whole);
    }

    private static PhoneStatus refusalOf(final String number) {
        if (ROUNDED.matcher(number).matches()) {
            return PhoneStatus.ROUNDED;
        }

        if (MASKED.matcher(number).find()) {
            return PhoneStatus.MASKED;
        }

        return number.chars().noneMatch(Character::isDigit) ? PhoneStatus.EMPTY : null;
    }

    /** The syntax of RFC 3966, which libphonenumber knows whole. */
    private PhoneReading readUri(final String uri, final String region) {
        final String number = uri.substring("tel:".length()).split(";", 2)[0];
        return LETTER.matcher(number).find() ? PhoneReading.none(PhoneStatus.LETTERS) : ask(uri, region);
    }

    private PhoneReading readOne(final PhoneText text, final String region) {
        final PhoneNumber plain = numberingPlans.find(text.number(), region);
        final PhoneReading reading = plain == null ? askUnlessSpelled(text.number(), region) : PhoneReading.valid(plain);
        if (reading.isValid()) {
            return withExtension(reading, text.extension());
        }

        final Matcher extension = CHINESE_EXTENSION.matcher(text.number());
        if (text.extension().isEmpty() && isChinese(text.number(), region) && extension.matches()) {
            final PhoneReading exchange = readOne(new PhoneText(extension.group(1), extension.group(2)), region);
            if (exchange.isValid() && EXCHANGES.contains(exchange.numbers().getFirst().type())) {
                return exchange;
            }
        }

        return withExtension(reading, text.extension());
    }

    private static boolean isChinese(final String number, final String region) {
        return "CN".equals(region) || CHINESE_CODE.matcher(number).matches();
    }

    private static PhoneReading withExtension(final PhoneReading reading, final String extension) {
        if (extension.isEmpty() || reading.numbers().size() != 1) {
            return reading;
        }

        return new PhoneReading(reading.status(), List.of(reading.numbers().getFirst().withExtension(extension)));
    }

    /** libphonenumber turns letters into digits, which is right for vanity numbers only: these exist where the called party pays or earns. */
    private PhoneReading askUnlessSpelled(final String number, final String region) {
        final boolean spelled = LETTER.matcher(number.replace("(0xx)", "")).find();
        if (!spelled) {
            return ask(number, region);
        }

        if (FOREIGN_LETTER.matcher(number).find()) {
            return PhoneReading.none(PhoneStatus.LETTERS);
        }

        final PhoneReading reading = ask(number, region);
        return reading.isValid() && VANITY.contains(reading.numbers().getFirst().type()) ? reading : PhoneReading.none(PhoneStatus.LETTERS);
    }

    /** A second number behind a comma looks like an extension to libphonenumber. */
    private PhoneReading separated(final PhoneText text, final String region, final PhoneReading whole) {
        if (whole.numbers().getFirst().extension().isEmpty() || !text.extension().isEmpty()) {
            return whole;
        }

        return Objects.requireNonNullElse(readParts(STRONG_SEPARATOR.split(text.number()), "", region), whole);
    }

    private PhoneReading readSeveral(final PhoneText text, final String region) {
        final PhoneReading reading = readParts(STRONG_SEPARATOR.split(text.number()), text.extension(), region);
        return reading == null ? readParts(BLANK.split(text.number()), text.extension(), region) : reading;
    }

    private PhoneReading readParts(final String[] parts, final String lastExtension, final String region) {
        if (parts.length < 2) {
            return null;
        }

        final List<PhoneNumber> numbers = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            final PhoneText cleaned = PhoneText.of(parts[i]);
            final boolean last = i == parts.length - 1;
            final PhoneText text = last && !lastExtension.isEmpty() ? new PhoneText(cleaned.number(), lastExtension) : cleaned;
            final PhoneReading reading = readOne(text, region);
            if (!reading.isValid()) {
                return null;
            }

            numbers.addAll(reading.numbers());
        }

        return new PhoneReading(PhoneStatus.VALID, numbers.stream().distinct().toList());
    }

    private PhoneReading ask(final String number, final String region) {
        final Phonenumber.PhoneNumber parsed;
        try {
            parsed = phoneNumberUtil.parse(number, region);
        } catch (final NumberParseException exception) {
            return PhoneReading.none(PhoneStatus.INVALID);
        }

        if (phoneNumberUtil.isValidNumber(parsed)) {
            return reading(PhoneStatus.VALID, parsed, PhoneType.valueOf(phoneNumberUtil.getNumberType(parsed).name()));
        }

        final String nationalNumber = phoneNumberUtil.getNationalSignificantNumber(parsed);
        for (final PhoneRange range : additionalRanges) {
            if (range.contains(parsed.getCountryCode(), nationalNumber)) {
                return reading(PhoneStatus.VALID, parsed, range.type());
            }
        }

        return phoneNumberUtil.isPossibleNumberWithReason(parsed) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                ? reading(PhoneStatus.POSSIBLE, parsed, PhoneType.UNKNOWN)
                : PhoneReading.none(PhoneStatus.INVALID);
    }

    private PhoneReading reading(final PhoneStatus status, final Phonenumber.PhoneNumber number, final PhoneType type) {
        final String e164 = phoneNumberUtil.format(number, PhoneNumberFormat.E164);
        final String region = Objects.requireNonNullElse(phoneNumberUtil.getRegionCodeForNumber(number), NO_REGION);
        return new PhoneReading(status, List.of(new PhoneNumber(e164, number.getExtension(), type, region)));
    }

    private record Field(String raw, String region) {
    }
}
