package org.nificrm.services;

import org.apache.nifi.oauth2.AccessToken;
import org.apache.nifi.oauth2.OAuth2AccessTokenProvider;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.rest.Credentials;

import java.util.Map;

/**
 * A token in the header Authorization, from a provider that renews it by the clock. Where the answer for a token does not say
 * how long it lives (expires_in is optional in RFC 6749, section 5.1), NiFi's provider would ask for another one with each
 * request: such a token is kept here until it is refused.
 */
final class ProvidedToken implements Credentials {

    private final OAuth2AccessTokenProvider provider;
    private final String scheme;
    private volatile AccessToken kept;

    ProvidedToken(final OAuth2AccessTokenProvider provider, final String scheme) {
        this.provider = provider;
        this.scheme = scheme;
    }

    @Override
    public Map<String, String> headers() throws CrmException {
        AccessToken token = kept;
        if (token == null) {
            token = ask();
            if (token.getExpiresIn() <= 0) {
                kept = token;
            }
        }

        return Map.of("Authorization", "%s %s".formatted(scheme, token.getAccessToken()));
    }

    private AccessToken ask() throws CrmException {
        try {
            return provider.getAccessDetails();
        } catch (final RuntimeException e) {
            // The cause may quote the request for the token, which carries secrets.
            throw CrmException.unavailable("NO_TOKEN",
                    "The OAuth2 Access Token Provider gave no token (%s). Verify it".formatted(e.getClass().getSimpleName()));
        }
    }

    /** A token that was refused at its end has a successor. */
    @Override
    public boolean renew() {
        kept = null;
        return true;
    }
}
