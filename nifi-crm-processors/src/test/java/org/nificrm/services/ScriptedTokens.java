package org.nificrm.services;

import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.oauth2.AccessToken;
import org.apache.nifi.oauth2.OAuth2AccessTokenProvider;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Gives one token after the other, the last one for ever. */
final class ScriptedTokens extends AbstractControllerService implements OAuth2AccessTokenProvider {

    private final Deque<String> tokens;

    ScriptedTokens(final String... tokens) {
        this.tokens = new ArrayDeque<>(List.of(tokens));
    }

    @Override
    public AccessToken getAccessDetails() {
        final AccessToken token = new AccessToken();
        token.setAccessToken(tokens.size() > 1 ? tokens.removeFirst() : tokens.getFirst());
        return token;
    }
}
