package org.nificrm.services;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.context.PropertyContext;
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

import java.util.Map;

@Tags({"crm", "customer", "zoho", "contacts", "accounts", "leads", "upsert", "rest", "coql"})
@CapabilityDescription("""
        Modules of Zoho CRM, such as Contacts and Accounts. Match Key Fields is one field that allows no duplicate values. Values are converted to the types
        of the fields; what does not fit is rejected record by record. No workflow starts.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class ZohoCrmClient extends HttpCrmClient<ZohoApi, ZohoModule> {

    static final PropertyDescriptor API_ADDRESS = HttpConnection.address("API Address",
                    "Base address of the interface in the data center of the account, such as https://www.zohoapis.eu")
            .defaultValue("https://www.zohoapis.com")
            .build();

    static final PropertyDescriptor API_VERSION = HttpConnection.version("Version of the interface, v8 or newer", "v\\d+(\\.\\d+)?", "v8");

    static final PropertyDescriptor OAUTH2_PROVIDER = new PropertyDescriptor.Builder()
            .fromPropertyDescriptor(HttpConnection.OAUTH2_PROVIDER)
            .description("Gets and renews the access token: grant type Refresh Token, with the refresh token of a self client")
            .required(true)
            .build();

    /** What Zoho puts before the token. */
    private static final String SCHEME = "Zoho-oauthtoken";

    public ZohoCrmClient() {
        super(API_ADDRESS, API_VERSION, OAUTH2_PROVIDER);
    }

    @Override
    Credentials credentials(final PropertyContext context) {
        return BearerToken.provided(context, SCHEME);
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
    ZohoModule describe(final ZohoApi connected, final String object) throws CrmException {
        return connected.module(object);
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        return new ZohoClient(api(), this::description, target);
    }

    @Override
    Finding examine(final ZohoApi connected, final PropertyContext context) throws CrmException {
        return Finding.passed("Read the fields of Contacts",
                "Zoho answers at %s; Contacts have %d fields that can be written or queried".formatted(connected.address(), connected.module("Contacts").fields().size()));
    }
}
