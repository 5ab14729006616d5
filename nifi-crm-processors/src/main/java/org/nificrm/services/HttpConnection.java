package org.nificrm.services;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.oauth2.OAuth2AccessTokenProvider;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.proxy.ProxyConfiguration;
import org.apache.nifi.proxy.ProxySpec;
import org.apache.nifi.ssl.SSLContextProvider;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.HttpTransport;
import org.nificrm.delivery.rest.RateLimiter;
import org.nificrm.delivery.rest.ThrottleRule;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What the services of all CRMs behind HTTP have in common: the properties of a connection, and the transport made of them. */
final class HttpConnection {

    static final PropertyDescriptor OAUTH2_PROVIDER = new PropertyDescriptor.Builder()
            .name("OAuth2 Access Token Provider")
            .description("Gets and renews the access token")
            .identifiesControllerService(OAuth2AccessTokenProvider.class)
            .required(false)
            .build();

    static final PropertyDescriptor REQUESTS_PER_SECOND = new PropertyDescriptor.Builder()
            .name("Requests Per Second")
            .description("Most requests a second, for all tasks of this service on a node together. When the CRM complains, the rate is halved and grows back")
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .defaultValue("10")
            .required(true)
            .build();

    static final PropertyDescriptor CONCURRENT_REQUESTS = new PropertyDescriptor.Builder()
            .name("Concurrent Requests")
            .description("Most requests at a time, for all tasks of this service on a node together")
            .addValidator(StandardValidators.POSITIVE_INTEGER_VALIDATOR)
            .defaultValue("4")
            .required(true)
            .build();

    static final PropertyDescriptor CONNECT_TIMEOUT = new PropertyDescriptor.Builder()
            .name("Connect Timeout")
            .description("How long to wait for a connection")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .defaultValue("10 secs")
            .required(true)
            .build();

    static final PropertyDescriptor REQUEST_TIMEOUT = new PropertyDescriptor.Builder()
            .name("Request Timeout")
            .description("How long to wait for the whole answer to a request. What comes later is looked up before it is written again")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .defaultValue("60 secs")
            .required(true)
            .build();

    static final PropertyDescriptor SSL_CONTEXT = new PropertyDescriptor.Builder()
            .name("SSL Context Service")
            .description("Certificates to trust and to present. Without it, what the Java runtime trusts is trusted")
            .identifiesControllerService(SSLContextProvider.class)
            .required(false)
            .build();

    static final ProxySpec[] PROXIES = {ProxySpec.HTTP};
    static final PropertyDescriptor PROXY = ProxyConfiguration.createProxyConfigPropertyDescriptor(PROXIES);

    static final List<PropertyDescriptor> PROPERTIES =
            List.of(REQUESTS_PER_SECOND, CONCURRENT_REQUESTS, CONNECT_TIMEOUT, REQUEST_TIMEOUT, SSL_CONTEXT, PROXY);

    private HttpConnection() {
    }

    /** The property for the base address of a CRM's interface. */
    static PropertyDescriptor.Builder address(final String name, final String description) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description(description)
                .addValidator(StandardValidators.URL_VALIDATOR)
                .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
                .required(true);
    }

    /**
     * The property for the version of a CRM's interface.
     *
     * @param form regular expression of all versions
     */
    static PropertyDescriptor version(final String description, final String form, final String version) {
        return new PropertyDescriptor.Builder()
                .name("API Version")
                .description(description)
                .addValidator(StandardValidators.createRegexMatchingValidator(Pattern.compile(form)))
                .defaultValue(version)
                .required(true)
                .build();
    }

    static ApiTransport open(final ConfigurationContext context, final String base, final Credentials credentials, final ThrottleRule throttleRule) {
        final HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(duration(context, CONNECT_TIMEOUT));
        final SSLContextProvider sslContext = context.getProperty(SSL_CONTEXT).asControllerService(SSLContextProvider.class);
        if (sslContext != null) {
            client.sslContext(sslContext.createContext());
        }

        useProxy(client, ProxyConfiguration.getConfiguration(context));
        final RateLimiter limiter = new RateLimiter(context.getProperty(REQUESTS_PER_SECOND).asInteger(), context.getProperty(CONCURRENT_REQUESTS).asInteger());
        return new HttpTransport(client.build(), URI.create(base), credentials, limiter, throttleRule, duration(context, REQUEST_TIMEOUT));
    }

    private static Duration duration(final ConfigurationContext context, final PropertyDescriptor property) {
        return Duration.ofMillis(context.getProperty(property).asTimePeriod(TimeUnit.MILLISECONDS));
    }

    private static void useProxy(final HttpClient.Builder client, final ProxyConfiguration proxy) {
        if (proxy.getProxyType() == Proxy.Type.HTTP) {
            client.proxy(ProxySelector.of(new InetSocketAddress(proxy.getProxyServerHost(), proxy.getProxyServerPort())));
        }
    }
}
