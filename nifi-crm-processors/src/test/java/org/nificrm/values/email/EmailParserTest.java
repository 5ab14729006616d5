package org.nificrm.values.email;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EmailParserTest {
    private final EmailParser parser = new EmailParser(false);

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
            "Ada.King@Example.ORG~Ada.King@example.org",
            "  ada@example.org. ~ada@example.org",
            "MAILTO:ada@example.org?subject=Hello~ada@example.org",
            "\"King, Ada\" <ada@example.org>~ada@example.org",
            "王芳 <wangfang@example.cn>~wangfang@example.cn",
            "邮箱：wangfang@example.cn~wangfang@example.cn",
            "wangfang＠example.cn~wangfang@example.cn",
            "ｗａｎｇ@ｅｘａｍｐｌｅ.ｃｎ~wang@example.cn",
            "ada@example。org~ada@example.org",
            "ada @ example.org~ada@example.org",
            "ada@example .org~ada@example.org",
            "ada [at] example.org~ada@example.org",
            "ada@example,org~ada@example.org",
            "ada@bücher.example~ada@bücher.example",
            "\"ada@example.org\"~ada@example.org",
            "ada@example.org (work)~ada@example.org",
    })
    void takesTheAddressOutOfItsSurroundings(final String raw, final String address) {
        final EmailReading reading = parser.parse(raw);
        assertEquals(EmailStatus.VALID, reading.status());
        assertEquals(address, reading.addresses().getFirst().address());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "ada@example.org;bob@example.net",
            "ada@example.org, bob@example.net",
            "ada@example.org bob@example.net",
            "Ada <ada@example.org>, Bob <bob@example.net>",
            "ada@example.org、bob@example.net",
    })
    void splitsLists(final String raw) {
        assertEquals(List.of("ada@example.org", "bob@example.net"), parser.parse(raw).addresses().stream().map(EmailAddress::address).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@example.org", "ada@@example.org", "ada@example", "ada.@example.org", ".ada@example.org", "a..b@example.org",
            "ada@-example.org", "ada@example.1", "ada lovelace@example.org", "ada@exa_mple.org", "ada@ab--cd.org", "ada@xn--0.org", "ada€@example.org"})
    void refusesWhatIsNoAddress(final String raw) {
        assertEquals(EmailStatus.INVALID, parser.parse(raw).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "无", "noemail@anything.org", "test@test.com", "A@A.com", "123@123.com"})
    void knowsPlaceholders(final String raw) {
        assertEquals(EmailStatus.PLACEHOLDER, parser.parse(raw).status());
    }

    @ParameterizedTest
    @CsvSource({"gmial.com, gmail.com", "gmail.con, gmail.com", "qq.con, qq.com", "163.cmo, 163.com", "126com.x, ''", "foxmial.com, foxmail.com",
            "hotmal.com, hotmail.com", "yahooo.co.jp, yahoo.co.jp", "acme.ocm, acme.com", "acme.com, ''", "mail.com, ''", "ymail.com, ''", "gmx.de, ''",
            "host.acme.cmo, ''", "qqq.com, ''"})
    void suggestsTheDomainThatWasMeant(final String domain, final String suggestion) {
        assertEquals(suggestion, EmailDomains.wellKnown().suggestionFor(domain));
    }

    @Test
    void repairsTheDomainOnlyWhenAskedTo() {
        assertEquals("ada@gmial.com", parser.parse("ada@gmial.com").addresses().getFirst().address());
        assertEquals("ada@gmail.com", new EmailParser(true).parse("ada@gmial.com").addresses().getFirst().address());
    }

    @Test
    void warnsOfThrowAwayAndSharedAddresses() {
        assertEquals(Set.of(EmailWarning.DISPOSABLE), parser.parse("ada@eu.mailinator.com").addresses().getFirst().warnings());
        assertEquals(Set.of(EmailWarning.ROLE), parser.parse("Sales@example.org").addresses().getFirst().warnings());
        assertEquals(Set.of(EmailWarning.DOMAIN_TYPO), parser.parse("ada@example.c0m").addresses().getFirst().warnings());
        assertEquals(EmailStatus.SUSPECT, parser.parse("Sales@example.org").status());
    }

    @Test
    void measuresLengthsAfterConversion() {
        final String label = "ü".repeat(50);
        assertTrue(EmailSyntax.isValid("ada@" + label + ".org"));
        assertFalse(EmailSyntax.isValid("ada@" + String.join(".", label, label, label, label) + ".org"));
    }

    @Test
    void knowsWhichAddressesNeedSmtpUtf8() {
        assertTrue(parser.parse("阿达@例子.广告").addresses().getFirst().needsSmtpUtf8());
        assertFalse(parser.parse("ada@例子.广告").addresses().getFirst().needsSmtpUtf8());
        assertEquals("xn--fsqu00a.xn--55qw42g", parser.parse("ada@例子.公益").addresses().getFirst().asciiDomain());
    }

    @Test
    void takesAnyTextAndReadsItsOwnResultAsItIs() {
        final Random random = new Random(11);
        final int[] pieces = "ada@example.org,;<>\"'()[] @.mailto:＠。".codePoints().toArray();
        for (int i = 0; i < 20_000; i++) {
            final StringBuilder raw = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                raw.appendCodePoint(random.nextInt(8) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : pieces[random.nextInt(pieces.length)]);
            }

            for (final EmailAddress address : parser.parse(raw.toString()).addresses()) {
                assertEquals(List.of(address), parser.parse(address.address()).addresses());
            }
        }
    }
}
