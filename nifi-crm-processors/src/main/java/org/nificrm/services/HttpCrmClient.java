package org.nificrm.services;

import org.apache.nifi.annotation.lifecycle.OnDisabled;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.controller.VerifiableControllerService;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.proxy.ProxyConfiguration;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.ThrottleRule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The service of a CRM behind HTTP: one transport while it is enabled, what its objects are made of, and what Verify asks of it.
 *
 * @param <A> the CRM's endpoints over a transport
 * @param <D> describes an object of the CRM
 */
abstract class HttpCrmClient<A, D> extends AbstractControllerService implements CrmClientService, VerifiableControllerService {

    private final PropertyDescriptor address;
    private final List<PropertyDescriptor> properties;
    private final DescriptionCache<D> descriptions = new DescriptionCache<>();
    private volatile ApiTransport transport;
    private volatile A api;

    /**
     * @param address property for the base address of the CRM's interface
     * @param others  of this CRM; those of any connection follow them
     */
    HttpCrmClient(final PropertyDescriptor address, final PropertyDescriptor... others) {
        this.address = address;
        this.properties = Stream.of(Stream.of(address), Stream.of(others), HttpConnection.PROPERTIES.stream()).flatMap(part -> part).toList();
    }

    @Override
    protected final List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return properties;
    }

    abstract Credentials credentials(PropertyContext context);

    abstract ThrottleRule throttleRule(PropertyContext context);

    abstract A api(ApiTransport connection, PropertyContext context);

    /** Asks the CRM what an object is made of. */
    abstract D describe(A connected, String object) throws CrmException;

    /** Whether the CRM answers and knows who asks; writes nothing. */
    abstract Finding examine(A connected, PropertyContext context) throws CrmException;

    /** The endpoints, as long as the service is enabled. */
    final A api() {
        return api;
    }

    /** What an object is made of, as the CRM said when it was last asked; as long as the service is enabled. */
    final D description(final String object) throws CrmException {
        return descriptions.get(object, name -> describe(api, name));
    }

    @Override
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        final List<ValidationResult> results = new ArrayList<>();
        ProxyConfiguration.validateProxySpec(context, results, HttpConnection.PROXIES);
        return results;
    }

    @OnEnabled
    public void enable(final ConfigurationContext context) {
        descriptions.clear();
        transport = connect(context);
        api = api(transport, context);
    }

    private ApiTransport connect(final ConfigurationContext context) {
        final String base = context.getProperty(address).evaluateAttributeExpressions().getValue();
        return HttpConnection.open(context, base, credentials(context), throttleRule(context));
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
    public List<ConfigVerificationResult> verify(final ConfigurationContext context, final ComponentLog logger, final Map<String, String> variables) {
        try (ApiTransport connection = connect(context)) {
            return List.of(Findings.toResult(examine(api(connection, context), context)));
        } catch (final CrmException e) {
            return List.of(Findings.toResult(Finding.failed("Reach the CRM", e.getMessage())));
        }
    }
}
