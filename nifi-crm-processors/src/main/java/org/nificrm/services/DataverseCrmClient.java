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
import org.nificrm.delivery.dataverse.DataverseApi;
import org.nificrm.delivery.dataverse.DataverseClient;
import org.nificrm.delivery.dataverse.DataverseTable;
import org.nificrm.delivery.dataverse.Deletion;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.ThrottleRule;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@Tags({"crm", "customer", "dataverse", "dynamics", "dynamics 365", "microsoft", "contacts", "accounts", "upsert", "rest", "odata"})
@CapabilityDescription("""
        Tables of Microsoft Dataverse, the database of Dynamics 365, through its Web API. Match Key Fields are the columns of an active alternate key. Values
        are converted to the types of the columns; what does not fit is rejected record by record. Known records are written only if nobody changed them
        since they were looked up.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class DataverseCrmClient extends HttpCrmClient<DataverseApi> {

    static final PropertyDescriptor ENVIRONMENT_ADDRESS = new PropertyDescriptor.Builder()
            .name("Environment Address")
            .description("Address of the environment, such as https://example.crm4.dynamics.com")
            .addValidator(StandardValidators.URL_VALIDATOR)
            .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
            .required(true)
            .build();

    static final PropertyDescriptor API_VERSION = new PropertyDescriptor.Builder()
            .name("API Version")
            .description("Version of the Web API")
            .addValidator(StandardValidators.createRegexMatchingValidator(Pattern.compile("v\\d+\\.\\d+")))
            .defaultValue("v9.2")
            .required(true)
            .build();

    static final PropertyDescriptor OAUTH2_PROVIDER = new PropertyDescriptor.Builder()
            .fromPropertyDescriptor(HttpConnection.OAUTH2_PROVIDER)
            .description("Gets and renews the access token: grant type Client Credentials, scope the environment's address followed by /.default")
            .required(true)
            .build();

    static final PropertyDescriptor DELETION = new PropertyDescriptor.Builder()
            .name("Deletion")
            .description("What becomes of a row when its record is deleted")
            .allowableValues(Deletion.class)
            .defaultValue(Deletion.DELETE)
            .required(true)
            .build();

    private static final List<PropertyDescriptor> PROPERTIES = withConnection(ENVIRONMENT_ADDRESS, API_VERSION, OAUTH2_PROVIDER, DELETION);

    private final DescriptionCache<DataverseTable> tables = new DescriptionCache<>();
    private volatile Deletion deletion;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTIES;
    }

    @Override
    @OnEnabled
    public void enable(final ConfigurationContext context) {
        tables.clear();
        deletion = context.getProperty(DELETION).asAllowableValue(Deletion.class);
        super.enable(context);
    }

    @Override
    String address(final PropertyContext context) {
        return context.getProperty(ENVIRONMENT_ADDRESS).evaluateAttributeExpressions().getValue();
    }

    @Override
    Credentials credentials(final PropertyContext context) {
        return BearerToken.from(context.getProperty(OAUTH2_PROVIDER).asControllerService(OAuth2AccessTokenProvider.class));
    }

    @Override
    ThrottleRule throttleRule(final PropertyContext context) {
        return DataverseApi.THROTTLE_RULE;
    }

    @Override
    DataverseApi api(final ApiTransport connection, final PropertyContext context) {
        return new DataverseApi(connection, context.getProperty(API_VERSION).getValue());
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        final DataverseApi api = api();
        return new DataverseClient(api, name -> tables.get(name, api::table), target, deletion);
    }

    @Override
    Finding examine(final DataverseApi connected, final PropertyContext context) throws CrmException {
        return Finding.passed("Ask who the credentials belong to",
                "Dataverse answers at %s; the application user is %s".formatted(connected.address(), connected.whoAmI()));
    }
}
