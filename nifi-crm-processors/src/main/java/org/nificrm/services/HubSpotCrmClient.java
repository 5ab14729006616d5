package org.nificrm.services;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.components.DescribedValue;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.context.PropertyContext;
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

import java.util.Map;

@Tags({"crm", "customer", "hubspot", "contacts", "companies", "upsert", "rest"})
@CapabilityDescription("""
        Contacts, companies and custom objects of HubSpot, through its batch endpoints. Match Key Fields is one property with unique values: email for
        contacts, or a property of your own. Values are converted to the types of the properties; what does not fit is rejected record by record.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class HubSpotCrmClient extends HttpCrmClient<HubSpotApi, HubSpotObject> {

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

    static final PropertyDescriptor API_ADDRESS = HttpConnection.address("API Address",
                    "Base address of HubSpot's interface")
            .defaultValue("https://api.hubapi.com")
            .build();

    static final PropertyDescriptor API_VERSION = HttpConnection.version("v3, or a version named by its date such as 2026-03", "v\\d+|\\d{4}-\\d{2}", "v3");

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

    public HubSpotCrmClient() {
        super(API_ADDRESS, API_VERSION, AUTHENTICATION, ACCESS_TOKEN, OAUTH2_PROVIDER);
    }

    @Override
    Credentials credentials(final PropertyContext context) {
        return switch (context.getProperty(AUTHENTICATION).asAllowableValue(Authentication.class)) {
            case ACCESS_TOKEN -> BearerToken.fixed(context.getProperty(ACCESS_TOKEN).getValue());
            case OAUTH2 -> BearerToken.provided(context);
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
    HubSpotObject describe(final HubSpotApi connected, final String object) throws CrmException {
        return connected.object(object);
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        return new HubSpotClient(api(), description(target.object()), target);
    }

    @Override
    Finding examine(final HubSpotApi connected, final PropertyContext context) throws CrmException {
        return Finding.passed("Read the properties of contacts",
                "HubSpot answers at %s; contacts have %d properties".formatted(connected.address(), connected.object("contacts").properties().size()));
    }
}
