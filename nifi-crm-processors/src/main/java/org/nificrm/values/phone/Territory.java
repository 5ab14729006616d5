package org.nificrm.values.phone;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * The numbering plan of one territory in a form made for speed.
 *
 * <p>Every method answers as libphonenumber's method of the same purpose does.</p>
 */
final class Territory {
    private static final int GENERAL = 1;
    private static final int FIXED_LINE = 1 << 1;
    private static final int MOBILE = 1 << 2;
    /** In the order in which libphonenumber asks; their bits follow that of MOBILE. */
    private static final List<PhoneType> SPECIAL_TYPES = List.of(PhoneType.PREMIUM_RATE, PhoneType.TOLL_FREE, PhoneType.SHARED_COST,
            PhoneType.VOIP, PhoneType.PERSONAL_NUMBER, PhoneType.PAGER, PhoneType.UAN, PhoneType.VOICEMAIL);
    private static final int FIRST_SPECIAL = 1 << 3;

    private final String region;
    private final int countryCode;
    private final boolean sameMobileAndFixedLine;
    private final DigitAutomaton numbers;
    /** For each length in digits, the bits of the descriptions that allow it. */
    private final int[] lengths = new int[18];
    private final int localOnlyLengths;
    private final int longest;
    private final Prefix internationalPrefix;
    private final Prefix nationalPrefix;
    private final String nationalPrefixReplacement;
    private final boolean hasLeadingDigits;
    private final Prefix leadingDigits;

    Territory(final PhoneMetadata metadata) {
        region = metadata.getId();
        countryCode = metadata.getCountryCode();
        sameMobileAndFixedLine = metadata.getSameMobileAndFixedLinePattern();
        internationalPrefix = Prefix.of(metadata.getInternationalPrefix());
        nationalPrefix = Prefix.of(metadata.getNationalPrefixForParsing());
        nationalPrefixReplacement = metadata.getNationalPrefixTransformRule();
        hasLeadingDigits = !metadata.getLeadingDigits().isEmpty();
        leadingDigits = Prefix.of(metadata.getLeadingDigits());

        final List<PhoneNumberDesc> descriptions = List.of(metadata.getGeneralDesc(), metadata.getFixedLine(), metadata.getMobile(),
                metadata.getPremiumRate(), metadata.getTollFree(), metadata.getSharedCost(), metadata.getVoip(),
                metadata.getPersonalNumber(), metadata.getPager(), metadata.getUan(), metadata.getVoicemail());
        final List<String> patterns = new ArrayList<>();
        for (int i = 0; i < descriptions.size(); i++) {
            patterns.add(descriptions.get(i).getNationalNumberPattern());
            allowLengths(descriptions.get(i), 1 << i);
        }

        numbers = DigitAutomaton.compile(patterns);
        final List<Integer> possible = metadata.getGeneralDesc().getPossibleLengthList();
        longest = possible.isEmpty() ? 0 : possible.getLast();
        int localOnly = 0;
        for (final int length : metadata.getGeneralDesc().getPossibleLengthLocalOnlyList()) {
            localOnly |= 1 << length;
        }

        localOnlyLengths = localOnly;
    }

    String region() {
        return region;
    }

    int countryCode() {
        return countryCode;
    }

    /**
     * @return the number's type, UNKNOWN when the number is not in use in this territory
     */
    PhoneType typeOf(final CharSequence nationalNumber) {
        final int length = nationalNumber.length();
        if (length >= lengths.length) {
            return PhoneType.UNKNOWN;
        }

        final int matched = numbers.match(nationalNumber, 0) & lengths[length];
        if ((matched & GENERAL) == 0) {
            return PhoneType.UNKNOWN;
        }

        final int special = matched / FIRST_SPECIAL;
        if (special != 0) {
            return SPECIAL_TYPES.get(Integer.numberOfTrailingZeros(special));
        }

        if ((matched & FIXED_LINE) != 0) {
            return sameMobileAndFixedLine || (matched & MOBILE) != 0 ? PhoneType.FIXED_LINE_OR_MOBILE : PhoneType.FIXED_LINE;
        }

        return !sameMobileAndFixedLine && (matched & MOBILE) != 0 ? PhoneType.MOBILE : PhoneType.UNKNOWN;
    }

    boolean hasLeadingDigits() {
        return hasLeadingDigits;
    }

    /**
     * @return whether the first digits alone say that the number is of this territory and of no other that shares the country code
     */
    boolean startsWithLeadingDigits(final CharSequence nationalNumber) {
        return leadingDigits.match(nationalNumber) != null;
    }

    /**
     * @return the number behind the prefix for calls abroad, or null when the number does not start with one
     */
    String withoutInternationalPrefix(final String number) {
        final Matcher matcher = internationalPrefix.match(number);
        if (matcher == null) {
            return null;
        }

        final String rest = number.substring(matcher.end());
        return rest.startsWith("0") ? null : rest;
    }

    /**
     * @return the number without trunk prefix and carrier code, or the same number when they cannot be told from its first digits
     */
    String withoutNationalPrefix(final String number) {
        final Matcher matcher = nationalPrefix.match(number);
        if (matcher == null) {
            return number;
        }

        final boolean transformed = !nationalPrefixReplacement.isEmpty() && matcher.group(matcher.groupCount()) != null;
        final String stripped = transformed ? matcher.replaceFirst(nationalPrefixReplacement) : number.substring(matcher.end());
        return matchesGeneral(number) && !matchesGeneral(stripped) ? number : stripped;
    }

    boolean matchesGeneral(final CharSequence number) {
        return (numbers.match(number, 0) & GENERAL) != 0;
    }

    boolean isTooLong(final CharSequence number) {
        return !isLocalOnlyLength(number.length()) && number.length() > longest;
    }

    /**
     * @return whether the length is that of a whole number, or greater
     */
    boolean isPossibleOrTooLong(final CharSequence number) {
        final int length = number.length();
        if (isLocalOnlyLength(length)) {
            return false;
        }

        return length > longest || (lengths[length] & GENERAL) != 0;
    }

    private boolean isLocalOnlyLength(final int length) {
        return length < Integer.SIZE && (localOnlyLengths & 1 << length) != 0;
    }

    private void allowLengths(final PhoneNumberDesc description, final int bit) {
        final List<Integer> possible = description.getPossibleLengthList();
        for (int length = 0; length < lengths.length; length++) {
            if (possible.isEmpty() || possible.contains(length)) {
                lengths[length] |= bit;
            }
        }
    }
}
