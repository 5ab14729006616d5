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
    private final long secondsToLive;
    private int asked;

    ScriptedTokens(final String... tokens) {
        this(3600, tokens);
    }

    /** @param secondsToLive zero if the server does not say */
    ScriptedTokens(final long secondsToLive, final String... tokens) {
        this.secondsToLive = secondsToLive;
        this.tokens = new ArrayDeque<>(List.of(tokens));
    }

    @Override
    public AccessToken getAccessDetails() {
        asked++;
        final AccessToken token = new AccessToken();
        token.setExpiresIn(secondsToLive);
        token.setAccessToken(tokens.size() > 1 ? tokens.removeFirst() : tokens.getFirst());
        return token;
    }

    int asked() {
        return asked;
    }
}
