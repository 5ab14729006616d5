package org.nificrm.processors;

import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.SupportsBatching;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.processor.util.StandardValidators;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

@Tags({"crm", "http", "webhook", "hmac", "signature", "publish", "security"})
@CapabilityDescription("""
        Signs the content as the Standard Webhooks specification has it, so that a subscriber can tell who sent a message, that nobody changed it and that it
        is not an old one sent again. InvokeHTTP sends id, time and signature as headers when its 'Request Header Attributes Pattern' is webhook-.*""")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SupportsBatching
@SideEffectFree
@WritesAttributes({
    @WritesAttribute(attribute = "webhook-id", description = "Id of the message, the same however often it is sent"),
    @WritesAttribute(attribute = "webhook-timestamp", description = "When it was signed, in seconds since 1970-01-01T00:00:00Z"),
    @WritesAttribute(attribute = "webhook-signature", description = "v1, a comma and the HMAC-SHA256 of id, time and content, joined by full stops, in base 64")
})
public class SignWebhook extends AbstractProcessor {

    static final PropertyDescriptor SECRET = new PropertyDescriptor.Builder()
            .name("Signing Secret")
            .description("What the subscriber knows too: whsec_ and 24 to 64 random bytes in base 64")
            .sensitive(true)
            .required(true)
            .addValidator((subject, input, context) -> new ValidationResult.Builder().subject(subject).valid(isSecret(input))
                    .explanation("it requires whsec_ followed by 24 to 64 bytes in base 64, as 'openssl rand -base64 32' makes them").build())
            .build();

    static final PropertyDescriptor MESSAGE_ID = new PropertyDescriptor.Builder()
            .name("Message Id")
            .description("Id by which the subscriber knows a message that it has had already")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .defaultValue("${uuid}")
            .required(true)
            .build();

    static final Relationship SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Signed messages")
            .build();

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BUFFER_SIZE = 8192;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return List.of(SECRET, MESSAGE_ID);
    }

    @Override
    public Set<Relationship> getRelationships() {
        return Set.of(SUCCESS);
    }

    private static boolean isSecret(final String text) {
        try {
            final int length = secret(text).length;
            return text.startsWith(PREFIX) && length >= 24 && length <= 64;
        } catch (final IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] secret(final String text) {
        return Base64.getDecoder().decode(text.substring(Math.min(text.length(), PREFIX.length())));
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) throws ProcessException {
        final FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }

        final String id = context.getProperty(MESSAGE_ID).evaluateAttributeExpressions(flowFile).getValue();
        final String time = Long.toString(Instant.now().getEpochSecond());
        final Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("webhook-id", id);
        attributes.put("webhook-timestamp", time);
        attributes.put("webhook-signature", "v1," + signature(secret(context.getProperty(SECRET).getValue()), id + "." + time + ".", session, flowFile));
        final FlowFile signed = session.putAllAttributes(flowFile, attributes);
        session.getProvenanceReporter().modifyAttributes(signed);
        session.transfer(signed, SUCCESS);
    }

    /** See <a href="https://www.standardwebhooks.com">Standard Webhooks</a>, symmetric signatures. */
    private static String signature(final byte[] secret, final String head, final ProcessSession session, final FlowFile flowFile) {
        try (InputStream content = session.read(flowFile)) {
            final Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            final byte[] buffer = new byte[BUFFER_SIZE];
            int count;
            while ((count = content.read(buffer)) != -1) {
                mac.update(buffer, 0, count);
            }

            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (final IOException | GeneralSecurityException e) {
            throw new ProcessException("The content cannot be signed", e);
        }
    }
}
