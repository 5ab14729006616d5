package org.nificrm.services;

import org.apache.nifi.oauth2.OAuth2AccessTokenProvider;
import org.nificrm.delivery.CrmException;
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
        return new Credentials() {
            @Override
            public Map<String, String> headers() throws CrmException {
                try {
                    return Map.of("Authorization", "%s %s".formatted(scheme, provider.getAccessDetails().getAccessToken()));
                } catch (final RuntimeException e) {
                    // The cause may quote the request for the token, which carries secrets.
                    throw new CrmException(CrmException.Kind.UNAVAILABLE, "NO_TOKEN",
                            "The OAuth2 Access Token Provider gave no token (%s). Verify it".formatted(e.getClass().getSimpleName()), null);
                }
            }

            /** The provider renews by the clock: a token that was refused at its end has a successor. */
            @Override
            public boolean renew() {
                return true;
            }
        };
    }
}
