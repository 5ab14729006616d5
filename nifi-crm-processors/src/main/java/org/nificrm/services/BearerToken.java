package org.nificrm.services;

import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.oauth2.OAuth2AccessTokenProvider;
import org.nificrm.delivery.rest.Credentials;

import java.util.Map;

/** A token in the header Authorization (RFC 6750), fixed or from a provider that renews it. */
final class BearerToken {

    private BearerToken() {
    }

    static Credentials fixed(final String token) {
        final Map<String, String> headers = Map.of("Authorization", "Bearer " + token.strip());
        return () -> headers;
    }

    /** From the service in {@link HttpConnection#OAUTH2_PROVIDER}. */
    static Credentials provided(final PropertyContext context) {
        return provided(context, "Bearer");
    }

    /**
     * From the service in {@link HttpConnection#OAUTH2_PROVIDER}.
     *
     * @param scheme what stands before the token
     */
    static Credentials provided(final PropertyContext context, final String scheme) {
        return new ProvidedToken(context.getProperty(HttpConnection.OAUTH2_PROVIDER).asControllerService(OAuth2AccessTokenProvider.class), scheme);
    }
}
