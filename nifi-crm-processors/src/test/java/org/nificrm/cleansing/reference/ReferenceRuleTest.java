package org.nificrm.cleansing.reference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.Finding;
import org.nificrm.cleansing.Tally;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReferenceRuleTest {

    private static final String ADA = "{\"source_id\": \"1\", \"email\": \"ada@example.org\", \"country\": \"GB\"}";
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<ReferenceClient> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(ReferenceClient::close);
    }

    @Test
    void whatIsMissingIsFilledAndCleansed() {
        final Cleansing.Result result = Cleansing.byDefault().reference(reference("erp", Map.of("ada@example.org", Map.of("phone", "020 7946 0018")))).of(ADA);

        assertEquals("+442079460018", result.value("phone"));
        final Finding finding = result.finding("LOOKUP_FILLED").orElseThrow();
        assertEquals("erp", finding.source());
        assertEquals("email", finding.sourceKey());
        assertEquals(Tally.NONE, result.cleansed().accuracyBefore());
        assertEquals(new Tally(1, 1), result.cleansed().accuracyAfter());
    }

    @Test
    void whatIsInvalidInTheReferenceIsNotTaken() {
        assertNull(Cleansing.byDefault().reference(reference("erp", Map.of("ada@example.org", Map.of("phone", "unlisted")))).of(ADA).value("phone"));
    }

    @Test
    void keysAreTriedInOrder() {
        final Cleansing.Result result = Cleansing.byDefault()
                .reference(reference("erp", Map.of("1", Map.of("city", "London"), "ada@example.org", Map.of("city", "Paris")))).of(ADA);

        assertEquals("London", result.value("city"));
        assertEquals("source_id", result.finding("LOOKUP_FILLED").orElseThrow().sourceKey());
    }

    @Test
    void twoDifferentAnswersFillNothing() {
        final Cleansing.Result result = Cleansing.byDefault()
                .reference(reference("erp", Map.of("ada@example.org", Map.of("city", "London", "region", "England"))))
                .reference(reference("shop", Map.of("ada@example.org", Map.of("city", "Paris", "region", "england")))).of(ADA);

        assertNull(result.value("city"));
        assertEquals("/city", result.finding("LOOKUP_CONFLICT").orElseThrow().field());
        assertEquals("England", result.value("region"));
    }

    @Test
    void whatDiffersStaysUnlessTheReferenceMayOverwriteIt() {
        final String record = "{\"email\": \"ada@example.org\", \"city\": \"Lndon\", \"phone\": \"12\", \"country\": \"GB\"}";
        final Map<String, Map<String, Object>> answers = Map.of("ada@example.org", Map.of("city", "London", "phone", "020 7946 0018"));

        final Cleansing.Result kept = Cleansing.byDefault().reference(reference("erp", answers)).of(record);
        assertEquals("Lndon", kept.value("city"));
        assertTrue(kept.codes().contains("LOOKUP_DIFFERS"));
        assertEquals(new Tally(2, 0), kept.cleansed().accuracyAfter());

        final Cleansing.Result repaired = Cleansing.byDefault().reference(reference("erp", answers, ReferenceSpec.Overwrite.INVALID)).of(record);
        assertEquals("Lndon", repaired.value("city"));
        assertEquals("+442079460018", repaired.value("phone"));
        assertTrue(repaired.state("/phone").validAfter());

        final Cleansing.Result overwritten = Cleansing.byDefault().reference(reference("erp", answers, ReferenceSpec.Overwrite.DIFFERENT)).of(record);
        assertEquals("London", overwritten.value("city"));
        assertEquals(new Tally(2, 2), overwritten.cleansed().accuracyAfter());
    }

    @Test
    void aSystemThatCannotAnswerIsTold() {
        final Reference broken = reference("erp", key -> {
            throw new IllegalStateException("down");
        }, LookupSettings.DEFAULT);

        final Cleansing.Result result = Cleansing.byDefault().reference(broken).of(ADA);

        assertTrue(result.codes().contains("LOOKUP_UNAVAILABLE"));
        assertEquals(List.of(new Lookup("erp", Lookup.Outcome.ERRORS)), result.cleansed().lookups());
    }

    @Test
    void hitsAndMissesAreRemembered() {
        final List<ReferenceKey> asked = new CopyOnWriteArrayList<>();
        final Reference reference = reference("erp", key -> {
            asked.add(key);
            return Optional.ofNullable("ada@example.org".equals(key.value()) ? Map.of("city", "London") : null);
        }, LookupSettings.DEFAULT);
        Cleansing.byDefault().reference(reference).of(ADA);
        final Cleansing.Result again = Cleansing.byDefault().reference(reference).of(ADA);

        assertEquals(2, asked.size());
        assertEquals(List.of(new Lookup("erp", Lookup.Outcome.MISSES), new Lookup("erp", Lookup.Outcome.HITS)), again.cleansed().lookups());
    }

    @Test
    void aSystemThatFailsIsLeftAloneForAWhile() {
        final AtomicInteger calls = new AtomicInteger();
        final Reference broken = reference("erp", key -> {
            calls.incrementAndGet();
            throw new IllegalStateException("down");
        }, new LookupSettings(LONG, 10, LONG, 2, LONG));
        for (int i = 0; i < 5; i++) {
            broken.client().find(new ReferenceKey("email", "a" + i, null));
        }

        assertEquals(2, calls.get());
    }

    @Test
    void aSystemThatHangsCostsTheTimeoutOnly() {
        final CountDownLatch never = new CountDownLatch(1);
        final Reference slow = reference("erp", key -> {
            never.await();
            return Optional.empty();
        }, new LookupSettings(Duration.ofMillis(20), 10, LONG, 5, LONG));

        assertEquals(Answer.Status.UNAVAILABLE, slow.client().find(new ReferenceKey("email", "a", null)).status());
    }

    @Test
    void afterItsPauseTheBreakerLetsOneCallTry() {
        final long[] now = {0};
        final CircuitBreaker breaker = new CircuitBreaker(1, Duration.ofNanos(10), () -> now[0]);
        assertTrue(breaker.tryAcquire());
        breaker.failed();
        assertFalse(breaker.tryAcquire());

        now[0] = 10;
        assertTrue(breaker.tryAcquire());
        assertFalse(breaker.tryAcquire());
        breaker.succeeded();
        assertTrue(breaker.tryAcquire());
    }

    private Reference reference(final String name, final Map<String, Map<String, Object>> answers) {
        return reference(name, answers, ReferenceSpec.Overwrite.EMPTY);
    }

    private Reference reference(final String name, final Map<String, Map<String, Object>> answers, final ReferenceSpec.Overwrite overwrite) {
        final Reference reference = reference(name, key -> Optional.ofNullable(answers.get(key.value())), LookupSettings.DEFAULT);
        final ReferenceSpec spec = new ReferenceSpec(name, List.of(FieldRole.SOURCE_ID, FieldRole.EMAIL), Map.of(), overwrite);
        return new Reference(spec, reference.client());
    }

    private Reference reference(final String name, final ReferenceSource source, final LookupSettings settings) {
        final ReferenceClient client = new ReferenceClient(name, source, settings);
        clients.add(client);
        return new Reference(ReferenceSpec.named(name), client);
    }
}
