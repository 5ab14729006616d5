package org.nificrm.services;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
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
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.ThrottleRule;
import org.nificrm.delivery.zoho.ZohoApi;
import org.nificrm.delivery.zoho.ZohoClient;
import org.nificrm.delivery.zoho.ZohoModule;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@Tags({"crm", "customer", "zoho", "contacts", "accounts", "leads", "upsert", "rest", "coql"})
@CapabilityDescription("""
        Modules of Zoho CRM, such as Contacts and Accounts. Match Key Fields is one field that allows no duplicate values. Values are converted to the types
        of the fields; what does not fit is rejected record by record. No workflow starts.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class ZohoCrmClient extends HttpCrmClient<ZohoApi> {

    static final PropertyDescriptor API_ADDRESS = new PropertyDescriptor.Builder()
            .name("API Address")
            .description("Base address of the interface in the data center of the account, such as https://www.zohoapis.eu")
            .addValidator(StandardValidators.URL_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
            .defaultValue("https://www.zohoapis.com")
            .required(true)
            .build();

    static final PropertyDescriptor API_VERSION = new PropertyDescriptor.Builder()
            .name("API Version")
            .description("Version of the interface, v8 or newer")
            .addValidator(StandardValidators.createRegexMatchingValidator(Pattern.compile("v\\d+(\\.\\d+)?")))
            .defaultValue("v8")
            .required(true)
            .build();

    static final PropertyDescriptor OAUTH2_PROVIDER = new PropertyDescriptor.Builder()
            .fromPropertyDescriptor(HttpConnection.OAUTH2_PROVIDER)
            .description("Gets and renews the access token: grant type Refresh Token, with the refresh token of a self client")
            .required(true)
            .build();

    /** What Zoho puts before the token. */
    private static final String SCHEME = "Zoho-oauthtoken";
    private static final List<PropertyDescriptor> PROPERTIES = withConnection(API_ADDRESS, API_VERSION, OAUTH2_PROVIDER);

    private final DescriptionCache<ZohoModule> modules = new DescriptionCache<>();

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTIES;
    }

    @Override
    @OnEnabled
    public void enable(final ConfigurationContext context) {
        modules.clear();
        super.enable(context);
    }

    @Override
    String address(final PropertyContext context) {
        return context.getProperty(API_ADDRESS).evaluateAttributeExpressions().getValue();
    }

    @Override
    Credentials credentials(final PropertyContext context) {
        return BearerToken.from(context.getProperty(OAUTH2_PROVIDER).asControllerService(OAuth2AccessTokenProvider.class), SCHEME);
    }

    @Override
    ThrottleRule throttleRule(final PropertyContext context) {
        return ZohoApi.THROTTLE_RULE;
    }

    @Override
    ZohoApi api(final ApiTransport connection, final PropertyContext context) {
        return new ZohoApi(connection, context.getProperty(API_VERSION).getValue());
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        final ZohoApi api = api();
        return new ZohoClient(api, name -> modules.get(name, api::module), target);
    }

    @Override
    Finding examine(final ZohoApi connected, final PropertyContext context) throws CrmException {
        return Finding.passed("Read the fields of Contacts",
                "Zoho answers at %s; Contacts have %d fields that can be written or queried".formatted(connected.address(), connected.module("Contacts").fields().size()));
    }
}
