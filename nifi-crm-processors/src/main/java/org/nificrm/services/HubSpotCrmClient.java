package org.nificrm.services;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.components.DescribedValue;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.oauth2.OAuth2AccessTokenProvider;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.proxy.ProxyConfiguration;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.hubspot.HubSpotApi;
import org.nificrm.delivery.hubspot.HubSpotClient;
import org.nificrm.delivery.hubspot.HubSpotObject;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@Tags({"crm", "customer", "hubspot", "contacts", "companies", "upsert", "rest"})
@CapabilityDescription("""
        Contacts, companies and custom objects of HubSpot, through its batch endpoints. Match Key Fields is one property with unique values: email for
        contacts, or a property of your own. Values are converted to the types of the properties; what does not fit is rejected record by record.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class HubSpotCrmClient extends AbstractControllerService implements CrmClientService, VerifiableControllerService {

    enum Authentication implements DescribedValue {

        ACCESS_TOKEN("Access Token", "The token of a private app"),
        OAUTH2("OAuth2", "Tokens from an OAuth2 Access Token Provider, for a public app");

        private final String displayName;
        private final String description;

        Authentication(final String displayName, final String description) {
            this.displayName = displayName;
            this.description = description;
        }

        @Override
        public String getValue() {
            return name();
        }

        @Override
        public String getDisplayName() {
            return displayName;
        }

        @Override
        public String getDescription() {
            return description;
        }
    }

    static final PropertyDescriptor API_ADDRESS = new PropertyDescriptor.Builder()
            .name("API Address")
            .description("Base address of HubSpot's interface")
            .addValidator(StandardValidators.URL_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
            .defaultValue("https://api.hubapi.com")
            .required(true)
            .build();

    static final PropertyDescriptor API_VERSION = new PropertyDescriptor.Builder()
            .name("API Version")
            .description("v3, or a version named by its date such as 2026-03")
            .addValidator(StandardValidators.createRegexMatchingValidator(Pattern.compile("v\\d+|\\d{4}-\\d{2}")))
            .defaultValue("v3")
            .required(true)
            .build();

    static final PropertyDescriptor AUTHENTICATION = new PropertyDescriptor.Builder()
            .name("Authentication")
            .description("How requests prove who sends them")
            .allowableValues(Authentication.class)
            .defaultValue(Authentication.ACCESS_TOKEN)
            .required(true)
            .build();

    static final PropertyDescriptor ACCESS_TOKEN = new PropertyDescriptor.Builder()
            .name("Access Token")
            .description("Access token of a private app")
            .dependsOn(AUTHENTICATION, Authentication.ACCESS_TOKEN)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .sensitive(true)
            .required(true)
            .build();

    static final PropertyDescriptor OAUTH2_PROVIDER = new PropertyDescriptor.Builder()
            .fromPropertyDescriptor(HttpConnection.OAUTH2_PROVIDER)
            .dependsOn(AUTHENTICATION, Authentication.OAUTH2)
            .required(true)
            .build();

    /** How long a change to an object's properties may go unnoticed. */
    private static final Duration DESCRIPTION_AGE = Duration.ofMinutes(5);

    private static final List<PropertyDescriptor> PROPERTIES = properties();

    private final Cache<String, HubSpotObject> objects = Caffeine.newBuilder().expireAfterWrite(DESCRIPTION_AGE).maximumSize(100).build();
    private volatile ApiTransport transport;
    private volatile HubSpotApi api;

    private static List<PropertyDescriptor> properties() {
        final List<PropertyDescriptor> properties = new ArrayList<>(List.of(API_ADDRESS, API_VERSION, AUTHENTICATION, ACCESS_TOKEN, OAUTH2_PROVIDER));
        properties.addAll(HttpConnection.PROPERTIES);
        return List.copyOf(properties);
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTIES;
    }

    @Override
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        final List<ValidationResult> results = new ArrayList<>();
        ProxyConfiguration.validateProxySpec(context, results, HttpConnection.PROXIES);
        return results;
    }

    @OnEnabled
    public void enable(final ConfigurationContext context) {
        objects.invalidateAll();
        transport = connect(context);
        api = new HubSpotApi(transport, context.getProperty(API_VERSION).getValue());
    }

    private static ApiTransport connect(final ConfigurationContext context) {
        final Credentials credentials = switch (context.getProperty(AUTHENTICATION).asAllowableValue(Authentication.class)) {
            case ACCESS_TOKEN -> BearerToken.fixed(context.getProperty(ACCESS_TOKEN).getValue());
            case OAUTH2 -> BearerToken.from(context.getProperty(OAUTH2_PROVIDER).asControllerService(OAuth2AccessTokenProvider.class));
        };
        return HttpConnection.open(context, context.getProperty(API_ADDRESS).evaluateAttributeExpressions().getValue(), credentials,
                HubSpotApi.THROTTLE_RULE);
    }

    @OnDisabled
    public void disable() {
        final ApiTransport open = transport;
        if (open != null) {
            transport = null;
            open.close();
        }
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        HubSpotObject object = objects.getIfPresent(target.object());
        if (object == null) {
            object = api.object(target.object());
            objects.put(target.object(), object);
        }

        return new HubSpotClient(api, object, target);
    }

    @Override
    public List<ConfigVerificationResult> verify(final ConfigurationContext context, final ComponentLog logger, final Map<String, String> variables) {
        final ConfigVerificationResult.Builder result = new ConfigVerificationResult.Builder().verificationStepName("Read the properties of contacts");
        try (ApiTransport connection = connect(context)) {
            final HubSpotObject contacts = new HubSpotApi(connection, context.getProperty(API_VERSION).getValue()).object("contacts");
            result.outcome(Outcome.SUCCESSFUL).explanation("HubSpot answers at %s; contacts have %d properties"
                    .formatted(connection.address(), contacts.properties().size()));
        } catch (final CrmException e) {
            result.outcome(Outcome.FAILED).explanation(e.getMessage());
        }

        return List.of(result.build());
    }
}
