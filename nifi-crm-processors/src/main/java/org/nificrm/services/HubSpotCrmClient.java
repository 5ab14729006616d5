package org.nificrm.services;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.DescribedValue;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.oauth2.OAuth2AccessTokenProvider;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.hubspot.HubSpotApi;
import org.nificrm.delivery.hubspot.HubSpotClient;
import org.nificrm.delivery.hubspot.HubSpotObject;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.ThrottleRule;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@Tags({"crm", "customer", "hubspot", "contacts", "companies", "upsert", "rest"})
@CapabilityDescription("""
        Contacts, companies and custom objects of HubSpot, through its batch endpoints. Match Key Fields is one property with unique values: email for
        contacts, or a property of your own. Values are converted to the types of the properties; what does not fit is rejected record by record.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class HubSpotCrmClient extends HttpCrmClient<HubSpotApi> {

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

    private static final List<PropertyDescriptor> PROPERTIES =
            withConnection(API_ADDRESS, API_VERSION, AUTHENTICATION, ACCESS_TOKEN, OAUTH2_PROVIDER);

    private final DescriptionCache<HubSpotObject> objects = new DescriptionCache<>();

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTIES;
    }

    @Override
    @OnEnabled
    public void enable(final ConfigurationContext context) {
        objects.clear();
        super.enable(context);
    }

    @Override
    String address(final PropertyContext context) {
        return context.getProperty(API_ADDRESS).evaluateAttributeExpressions().getValue();
    }

    @Override
    Credentials credentials(final PropertyContext context) {
        return switch (context.getProperty(AUTHENTICATION).asAllowableValue(Authentication.class)) {
            case ACCESS_TOKEN -> BearerToken.fixed(context.getProperty(ACCESS_TOKEN).getValue());
            case OAUTH2 -> BearerToken.from(context.getProperty(OAUTH2_PROVIDER).asControllerService(OAuth2AccessTokenProvider.class));
        };
    }

    @Override
    ThrottleRule throttleRule(final PropertyContext context) {
        return HubSpotApi.THROTTLE_RULE;
    }

    @Override
    HubSpotApi api(final ApiTransport connection, final PropertyContext context) {
        return new HubSpotApi(connection, context.getProperty(API_VERSION).getValue());
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        final HubSpotApi api = api();
        return new HubSpotClient(api, objects.get(target.object(), api::object), target);
    }

    @Override
    Finding examine(final HubSpotApi connected, final PropertyContext context) throws CrmException {
        return Finding.passed("Read the properties of contacts",
                "HubSpot answers at %s; contacts have %d properties".formatted(connected.address(), connected.object("contacts").properties().size()));
    }
}
