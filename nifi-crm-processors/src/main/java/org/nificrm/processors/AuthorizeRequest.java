package org.nificrm.processors;

import org.apache.nifi.annotation.behavior.DynamicProperty;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.SupportsBatching;
import org.apache.nifi.annotation.behavior.SupportsSensitiveDynamicProperties;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.Validator;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.util.StandardValidators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

@Tags({"crm", "http", "api", "authentication", "authorization", "bearer", "token", "security"})
@CapabilityDescription("""
        Lets those requests of HandleHttpRequest pass that carry the bearer token of a known client (RFC 6750). NiFi has no other way to compare a request
        with a secret: sensitive parameters may stand in sensitive properties only. The token is taken off the FlowFile, whoever sent it.""")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SupportsBatching
@SideEffectFree
@SupportsSensitiveDynamicProperties
@DynamicProperty(name = "Name of a client", value = "Its token, in a sensitive property",
        description = "Whoever sends this token is this client. To replace a token without a pause, give the new one under a second name for a while")
@WritesAttribute(attribute = "crm.client", description = "Name of the client whose token the request carries")
public class AuthorizeRequest extends AbstractProcessor {

    static final String CLIENT = "crm.client";

    static final Relationship AUTHORIZED = new Relationship.Builder()
            .name("authorized")
            .description("Requests with the token of a known client")
            .build();

    static final Relationship UNAUTHORIZED = new Relationship.Builder()
            .name("unauthorized")
            .description("Requests without a token, or with one that nobody has. Answer with status 401 and the header WWW-Authenticate: Bearer")
            .build();

    private static final Set<Relationship> RELATIONSHIPS = Set.of(AUTHORIZED, UNAUTHORIZED);
    private static final String HEADER = "http.headers.Authorization";
    private static final String SCHEME = "Bearer ";

    /** 128 bits as 22 characters of base 64: what nobody guesses (OWASP ASVS 4.0, 3.2.2 asks for 64). */
    private static final int LEAST_LENGTH = 22;
    private static final Validator TOKEN = StandardValidators.createRegexMatchingValidator(
            Pattern.compile("[A-Za-z0-9._~+/=-]{%d,}".formatted(LEAST_LENGTH)), false,
            "requires at least %d letters, digits or - . _ ~ + / =".formatted(LEAST_LENGTH));

    private volatile Map<String, byte[]> digests = Map.of();

    @Override
    protected PropertyDescriptor getSupportedDynamicPropertyDescriptor(final String name) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description("Token of client '%s'".formatted(name))
                .dynamic(true)
                .sensitive(true)
                .addValidator(TOKEN)
                .build();
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        return context.getProperties().isEmpty()
                ? List.of(new ValidationResult.Builder().subject("Clients").valid(false)
                        .explanation("at least one client is required: add a sensitive property named after it, with its token as the value").build())
                : List.of();
    }

    @OnScheduled
    public void digestTokens(final ProcessContext context) {
        final Map<String, byte[]> known = new LinkedHashMap<>();
        context.getProperties().forEach((client, token) -> known.put(client.getName(), digest(token)));
        digests = known;
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) {
        final FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }

        final Optional<String> client = header(flowFile).flatMap(this::client);
        FlowFile answered = session.removeAllAttributes(flowFile, Pattern.compile("(?i)" + Pattern.quote(HEADER)));
        if (client.isPresent()) {
            answered = session.putAttribute(answered, CLIENT, client.get());
        }

        final Relationship relationship = client.isPresent() ? AUTHORIZED : UNAUTHORIZED;
        session.getProvenanceReporter().route(answered, relationship);
        session.transfer(answered, relationship);
    }

    /** HTTP names headers in any case, and HandleHttpRequest keeps what was sent. */
    private static Optional<String> header(final FlowFile flowFile) {
        return flowFile.getAttributes().entrySet().stream().filter(attribute -> attribute.getKey().equalsIgnoreCase(HEADER))
                .map(Map.Entry::getValue).findFirst();
    }

    /** Compares with every token and as long for each, so that the time tells nothing about them. */
    private Optional<String> client(final String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }

        final byte[] digest = digest(header.substring(SCHEME.length()).strip());
        String found = null;
        for (final Map.Entry<String, byte[]> known : digests.entrySet()) {
            if (MessageDigest.isEqual(digest, known.getValue())) {
                found = known.getKey();
            }
        }

        return Optional.ofNullable(found);
    }

    private static byte[] digest(final String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
