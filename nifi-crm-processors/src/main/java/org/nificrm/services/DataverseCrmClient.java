package org.nificrm.services;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.ConfigurationContext;
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

import java.util.Map;

@Tags({"crm", "customer", "dataverse", "dynamics", "dynamics 365", "microsoft", "contacts", "accounts", "upsert", "rest", "odata"})
@CapabilityDescription("""
        Tables of Microsoft Dataverse, the database of Dynamics 365, through its Web API. Match Key Fields are the columns of an active alternate key. Values
        are converted to the types of the columns; what does not fit is rejected record by record. Known records are written only if nobody changed them
        since they were looked up.""")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class DataverseCrmClient extends HttpCrmClient<DataverseApi, DataverseTable> {

    static final PropertyDescriptor ENVIRONMENT_ADDRESS = HttpConnection.address("Environment Address",
                    "Address of the environment, such as https://example.crm4.dynamics.com")
            .build();

    static final PropertyDescriptor API_VERSION = HttpConnection.version("Version of the Web API", "v\\d+\\.\\d+", "v9.2");

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

    private volatile Deletion deletion;

    public DataverseCrmClient() {
        super(ENVIRONMENT_ADDRESS, API_VERSION, OAUTH2_PROVIDER, DELETION);
    }

    @Override
    @OnEnabled
    public void enable(final ConfigurationContext context) {
        deletion = context.getProperty(DELETION).asAllowableValue(Deletion.class);
        super.enable(context);
    }

    @Override
    Credentials credentials(final PropertyContext context) {
        return BearerToken.provided(context);
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
    DataverseTable describe(final DataverseApi connected, final String object) throws CrmException {
        return connected.table(object);
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        return new DataverseClient(api(), this::description, target, deletion);
    }

    @Override
    Finding examine(final DataverseApi connected, final PropertyContext context) throws CrmException {
        return Finding.passed("Ask who the credentials belong to",
                "Dataverse answers at %s; the application user is %s".formatted(connected.address(), connected.whoAmI()));
    }
}
