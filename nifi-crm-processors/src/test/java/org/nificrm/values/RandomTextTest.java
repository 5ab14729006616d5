package org.nificrm.values;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nificrm.Fuzz;
import org.nificrm.values.address.AddressFormats;
import org.nificrm.values.address.ChineseAddressParser;
import org.nificrm.values.address.UsAddressParser;
import org.nificrm.values.date.DateOptions;
import org.nificrm.values.date.DateOrder;
import org.nificrm.values.date.DateParser;
import org.nificrm.values.email.EmailParser;
import org.nificrm.values.identifier.CreditCode;
import org.nificrm.values.identifier.ResidentIdParser;
import org.nificrm.values.phone.PhoneParser;

import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * No text makes a parser throw or loop. The system property {@code fuzz.inputs} sets how many texts each parser gets.
 */
class RandomTextTest {
    private static final int INPUTS = Fuzz.inputs(5_000);
    private static final int LONGEST = 60;
    /** What takes longer does not end: on average a text takes a quarter of a millisecond at most. */
    private static final Duration ENDLESS = Duration.ofMinutes(5).plusMillis(INPUTS);
    private static final String COMMON = "0123456789 -+./,:;@()#'\"<>xXeETZtel年月日省市区路号转分机张王李ＡＢ１２，。\t\n";

    static Stream<Arguments> parsers() {
        final PhoneParser phones = new PhoneParser();
        final EmailParser emails = new EmailParser(true);
        final DateParser dates = new DateParser(DateOptions.of(DateOrder.UNKNOWN).withSerials());
        final ChineseAddressParser chineseAddresses = new ChineseAddressParser();
        final UsAddressParser usAddresses = new UsAddressParser();
        return Stream.of(
                parser("phone of China", text -> phones.parse(text, "CN")),
                parser("phone of no country", text -> phones.parse(text, null)),
                parser("e-mail", emails::parse),
                parser("date", dates::parse),
                parser("Chinese address", chineseAddresses::parse),
                parser("US address", usAddresses::parse),
                parser("postal code", text -> AddressFormats.of("GB").normalize(text)),
                parser("resident id", ResidentIdParser::parse),
                parser("credit code", CreditCode::check));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parsers")
    void noTextMakesAParserThrowOrLoop(final String name, final Function<String, Object> parser) {
        final Random random = Fuzz.random(name.hashCode());
        assertTimeoutPreemptively(ENDLESS, () -> {
            for (int i = 0; i < INPUTS; i++) {
                assertNotNull(parser.apply(randomText(random)));
            }
        });
    }

    private static Arguments parser(final String name, final Function<String, Object> parser) {
        return arguments(name, parser);
    }

    /** Runs of one character are what makes regular expressions slow. */
    private static String randomText(final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(LONGEST); pieces > 0; pieces--) {
            final int codePoint = random.nextInt(10) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : COMMON.charAt(random.nextInt(COMMON.length()));
            final int times = random.nextInt(20) == 0 ? random.nextInt(LONGEST) : 1;
            text.repeat(codePoint, times);
        }

        return text.toString();
    }
}
