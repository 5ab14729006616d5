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
 * The service of a CRM behind HTTP: one transport while it is enabled, and what Verify asks of it.
 *
 * @param <A> the CRM's endpoints over a transport
 */
abstract class HttpCrmClient<A> extends AbstractControllerService implements CrmClientService, VerifiableControllerService {

    private volatile ApiTransport transport;
    private volatile A api;

    /** The properties of this CRM, followed by those of any connection. */
    static List<PropertyDescriptor> withConnection(final PropertyDescriptor... own) {
        return Stream.concat(Stream.of(own), HttpConnection.PROPERTIES.stream()).toList();
    }

    /** Base address of the CRM's interface. */
    abstract String address(PropertyContext context);

    abstract Credentials credentials(PropertyContext context);

    abstract ThrottleRule throttleRule(PropertyContext context);

    abstract A api(ApiTransport connection, PropertyContext context);

    /** Whether the CRM answers and knows who asks; writes nothing. */
    abstract Finding examine(A connected, PropertyContext context) throws CrmException;

    /** The endpoints, as long as the service is enabled. */
    final A api() {
        return api;
    }

    @Override
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        final List<ValidationResult> results = new ArrayList<>();
        ProxyConfiguration.validateProxySpec(context, results, HttpConnection.PROXIES);
        return results;
    }

    @OnEnabled
    public void enable(final ConfigurationContext context) {
        transport = connect(context);
        api = api(transport, context);
    }

    private ApiTransport connect(final ConfigurationContext context) {
        return HttpConnection.open(context, address(context), credentials(context), throttleRule(context));
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
