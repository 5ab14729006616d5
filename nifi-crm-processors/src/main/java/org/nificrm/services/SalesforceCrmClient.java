package org.nificrm.services;

import org.apache.nifi.annotation.behavior.Stateful;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.state.Scope;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.ThrottleRule;
import org.nificrm.delivery.salesforce.BulkLoading;
import org.nificrm.delivery.salesforce.SalesforceApi;
import org.nificrm.delivery.salesforce.SalesforceClient;
import org.nificrm.delivery.salesforce.SalesforceObject;
import org.nificrm.delivery.salesforce.UsageLimit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

@Tags({"crm", "customer", "salesforce", "sobject", "contact", "account", "upsert", "bulk", "rest"})
@CapabilityDescription("""
        Standard and custom objects of Salesforce, through sObject Collections of up to 200 records and, for many, Bulk API 2.0. Match Key Fields is one
        external id with unique values. Values are converted to the types of the fields; what does not fit is rejected record by record. A field named
        Relation.ExternalId, such as Account.Crm_Key__c, refers to the record that has this value there.""")
@Stateful(scopes = Scope.LOCAL, description = "The jobs of Bulk API 2.0 whose end was not seen yet, with their objects: a restart waits for them")
@SeeAlso(classNames = "org.nificrm.processors.PutCrmCustomer")
public class SalesforceCrmClient extends HttpCrmClient<SalesforceApi, SalesforceObject> {

    static final PropertyDescriptor INSTANCE_URL = HttpConnection.address("Instance URL",
                    "Address of the organization, its My Domain: https://example.my.salesforce.com")
            .build();

    static final PropertyDescriptor API_VERSION = HttpConnection.version("Version of the REST API; sObject Collections upsert exists since 46.0", "\\d{2,3}\\.0", "62.0");

    static final PropertyDescriptor OAUTH2_PROVIDER = new PropertyDescriptor.Builder()
            .fromPropertyDescriptor(HttpConnection.OAUTH2_PROVIDER)
            .description("Gets and renews the access token, from /services/oauth2/token of the Instance URL")
            .required(true)
            .build();

    static final PropertyDescriptor BULK_THRESHOLD = new PropertyDescriptor.Builder()
            .name("Bulk Threshold")
            .description("""
                    Fewest records to create, update or delete at a time that are written as one job of Bulk API 2.0 instead of 200 a request. Set Batch
                    Size of PutCrmCustomer to as many or more, up to 10,000. Without it, no jobs""")
            .addValidator(StandardValidators.createLongValidator(1, 10_000, true))
            .required(false)
            .build();

    static final PropertyDescriptor BULK_TIMEOUT = new PropertyDescriptor.Builder()
            .name("Bulk Timeout")
            .description("How long a task waits for a job. After that the FlowFile waits until the job has ended; its records are not written again meanwhile")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .defaultValue("10 mins")
            .required(true)
            .build();

    static final PropertyDescriptor API_USAGE_LIMIT = new PropertyDescriptor.Builder()
            .name("API Usage Limit")
            .description("Percentage of the organization's daily API requests beyond which nothing more is sent, so that its other applications go on")
            .addValidator(StandardValidators.createLongValidator(1, 100, true))
            .defaultValue("95")
            .required(true)
            .build();

    /** Jobs take from seconds to minutes, and every question counts against the daily quota. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(3);

    private volatile Optional<BulkLoading> bulkLoading = Optional.empty();

    public SalesforceCrmClient() {
        super(INSTANCE_URL, API_VERSION, OAUTH2_PROVIDER, BULK_THRESHOLD, BULK_TIMEOUT, API_USAGE_LIMIT);
    }

    @Override
    @OnEnabled
    public void enable(final ConfigurationContext context) {
        bulkLoading = bulkLoading(context);
        super.enable(context);
    }

    private Optional<BulkLoading> bulkLoading(final ConfigurationContext context) {
        final Integer threshold = context.getProperty(BULK_THRESHOLD).asInteger();
        if (threshold == null) {
            return Optional.empty();
        }

        final Duration longestWait = Duration.ofMillis(context.getProperty(BULK_TIMEOUT).asTimePeriod(TimeUnit.MILLISECONDS));
        try {
            return Optional.of(new BulkLoading(new StateJobJournal(getStateManager()), threshold, longestWait, POLL_INTERVAL));
        } catch (final IOException e) {
            throw new UncheckedIOException("The state that tells which jobs still run cannot be read", e);
        }
    }

    @Override
    Credentials credentials(final PropertyContext context) {
        return BearerToken.provided(context);
    }

    @Override
    ThrottleRule throttleRule(final PropertyContext context) {
        return SalesforceApi.THROTTLE_RULE;
    }

    @Override
    SalesforceApi api(final ApiTransport connection, final PropertyContext context) {
        return new SalesforceApi(new UsageLimit(connection, context.getProperty(API_USAGE_LIMIT).asInteger()), context.getProperty(API_VERSION).getValue());
    }

    @Override
    SalesforceObject describe(final SalesforceApi connected, final String object) throws CrmException {
        return connected.object(object);
    }

    @Override
    public CrmClient open(final Target target, final Map<String, String> attributes) throws CrmException {
        return new SalesforceClient(api(), this::description, target, bulkLoading);
    }

    @Override
    Finding examine(final SalesforceApi connected, final PropertyContext context) throws CrmException {
        return Finding.passed("Read the description of Contact",
                "Salesforce answers at %s; Contact has %d fields".formatted(connected.address(), connected.object("Contact").fields().size()));
    }
}
