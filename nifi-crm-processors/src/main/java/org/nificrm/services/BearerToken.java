package org.nificrm.services;

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

    static Credentials from(final OAuth2AccessTokenProvider provider) {
        return from(provider, "Bearer");
    }

    /**
     * @param scheme what stands before the token
     */
    static Credentials from(final OAuth2AccessTokenProvider provider, final String scheme) {
        return new ProvidedToken(provider, scheme);
    }
}
