package org.nificrm.processors;

import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SignWebhookTest {

    private static final byte[] KEY = "thirty-two bytes of random noise".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final String BODY = "{\"name\": \"王小明\"}";

    private final TestRunner runner = TestRunners.newTestRunner(SignWebhook.class);

    @Test
    void aSubscriberComesToTheSameSignature() throws Exception {
        runner.setProperty(SignWebhook.SECRET, SECRET);
        final MockFlowFile signed = sign(Map.of("uuid", "0cf3a5a2-8d4c-4c9d-9d7a-0d3c2d0b1f11"));

        final Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        final String message = "%s.%s.%s".formatted(signed.getAttribute("webhook-id"), signed.getAttribute("webhook-timestamp"), BODY);
        assertEquals("v1," + Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8))), signed.getAttribute("webhook-signature"));
        signed.assertContentEquals(BODY);
    }

    @Test
    void theTimeIsNowInSeconds() {
        runner.setProperty(SignWebhook.SECRET, SECRET);
        final long before = Instant.now().getEpochSecond();

        final long signedAt = Long.parseLong(sign(Map.of()).getAttribute("webhook-timestamp"));

        assertTrue(signedAt >= before && signedAt <= Instant.now().getEpochSecond());
    }

    @Test
    void theMessageIdIsThatOfTheChangeWhereOneIsGiven() {
        runner.setProperty(SignWebhook.SECRET, SECRET);
        runner.setProperty(SignWebhook.MESSAGE_ID, "${change.id}");

        sign(Map.of("change.id", "c-17")).assertAttributeEquals("webhook-id", "c-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "whsec_", "whsec_c2hvcnQ=", "whsec_%%%"})
    void aSecretThatIsNoneIsNotValid(final String secret) {
        runner.setProperty(SignWebhook.SECRET, secret);

        runner.assertNotValid();
    }

    private MockFlowFile sign(final Map<String, String> attributes) {
        runner.enqueue(BODY, attributes);
        runner.run();
        runner.assertAllFlowFilesTransferred(SignWebhook.SUCCESS, 1);
        return runner.getFlowFilesForRelationship(SignWebhook.SUCCESS).getFirst();
    }
}
