package org.nificrm.services;

import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.oauth2.AccessToken;
import org.apache.nifi.oauth2.OAuth2AccessTokenProvider;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.dataverse.FakeDataverse;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.Fault;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Nothing that a CRM's failure leaves behind, down to the last cause, quotes a secret. */
class SecretsTest {

    private static final Target TARGET = new Target("contact", List.of(Customers.KEY), Optional.empty());
    private static final String PASSWORD = "hidden-password";

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final DataverseCrmClient service = new DataverseCrmClient();
    private FakeDataverse fake;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeDataverse(1, true);
        runner.addControllerService("crm", service);
        runner.setProperty(service, DataverseCrmClient.ENVIRONMENT_ADDRESS, fake.address().toString().replace("://", "://someone:%s@".formatted(PASSWORD)));
        runner.setProperty(service, HttpConnection.REQUEST_TIMEOUT, "1 sec");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private void enableWith(final OAuth2AccessTokenProvider provider) throws Exception {
        runner.addControllerService("tokens", provider);
        runner.enableControllerService(provider);
        runner.setProperty(service, DataverseCrmClient.OAUTH2_PROVIDER, "tokens");
        runner.enableControllerService(service);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"TOKEN_EXPIRED", "ERROR_BEFORE", "RESET_BEFORE", "TIMEOUT_BEFORE", "UNAVAILABLE_PAGE", "DAILY_QUOTA", "PAGE_AFTER"})
    void aRequestThatFailsQuotesNone(final Fault fault) throws Exception {
        enableWith(new ScriptedTokens(FakeApi.TOKEN));
        try (CrmClient client = service.open(TARGET, Map.of())) {
            fake.failWith(() -> fault);

            assertQuotesNone(assertThrows(CrmException.class, () -> client.lookup(List.of(Key.of("a")), Set.of())));
            assertEquals(fake.address().toString(), client.address());
        }
    }

    @Test
    void aRefusedRecordQuotesNone() throws Exception {
        enableWith(new ScriptedTokens(FakeApi.TOKEN));
        try (CrmClient client = service.open(TARGET, Map.of())) {
            final Operation create = Operation.create(Key.of("a"), Map.of(Customers.KEY, "a", Customers.LAST_NAME, FakeApi.INVALID));

            final Outcome outcome = client.write(List.of(create)).getFirst();
            assertFalse(outcome.toString().contains(FakeApi.TOKEN));
        }
    }

    @Test
    void aProviderThatFailsQuotesNone() throws Exception {
        enableWith(new FailingProvider());

        final CrmException e = assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertEquals("NO_TOKEN", e.code());
        assertQuotesNone(e);
    }

    @Test
    void aTokenThatNoHeaderMayHoldIsNotQuoted() throws Exception {
        enableWith(new ScriptedTokens(FakeApi.TOKEN + "\n"));

        final CrmException e = assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertEquals("CREDENTIALS_MALFORMED", e.code());
        assertQuotesNone(e);
    }

    private void assertQuotesNone(final CrmException e) {
        final StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        final String left = trace + runner.getLogger().getErrorMessages().toString() + runner.getLogger().getWarnMessages();
        for (final String secret : List.of(FakeApi.TOKEN, PASSWORD)) {
            assertFalse(left.contains(secret), () -> left.replace(secret, "(secret)"));
        }
    }

    private static final class FailingProvider extends AbstractControllerService implements OAuth2AccessTokenProvider {

        @Override
        public AccessToken getAccessDetails() {
            throw new IllegalStateException("POST client_secret=" + FakeApi.TOKEN);
        }
    }
}
