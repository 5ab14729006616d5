package org.nificrm.delivery.rest;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests over the JDK's HTTP client: no further dependency, TLS and proxy as NiFi's services give them. A request that is
 * refused for its rate, or for credentials that have expired, is known not to have been carried out; such a request is
 * repeated here where that means a short wait. All else is the caller's to judge, who knows what the CRM's bodies mean.
 */
public final class HttpTransport implements ApiTransport {

    /** Longer waits are not for a thread. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int MAXIMUM_SENDS = 4;

    private final HttpClient client;
    private final URI base;
    private final Credentials credentials;
    private final RateLimiter limiter;
    private final ThrottleRule throttleRule;
    private final Duration timeout;
    private final Clock clock;

    /**
     * @param client      with TLS, proxy and connect time-out set
     * @param base        address that paths are appended to; a slash at its end makes no difference
     * @param limiter     shared by all that talk to the CRM
     * @param timeout     for one request, from sending to the whole answer
     */
    public HttpTransport(final HttpClient client, final URI base, final Credentials credentials, final RateLimiter limiter,
            final ThrottleRule throttleRule, final Duration timeout) {
        this.client = client;
        this.base = base;
        this.credentials = credentials;
        this.limiter = limiter;
        this.throttleRule = throttleRule;
        this.timeout = timeout;
        this.clock = Clock.systemUTC();
    }

    @Override
    public String address() {
        return "%s://%s%s".formatted(base.getScheme(), base.getAuthority().replaceFirst("^.*@", ""), trimmed(base.getRawPath()));
    }

    @Override
    public ApiResponse send(final ApiRequest request) throws CrmException {
        boolean renewed = false;
        for (int sends = 1; true; sends++) {
            final Duration closed = limiter.closedFor();
            if (closed.compareTo(LONGEST_WAIT) > 0) {
                throw new CrmException(Kind.UNAVAILABLE, "RATE_LIMITED", "The CRM asks not to be called for another " + closed.toSeconds() + " s", closed, null);
            }

            pause(closed);
            final ApiResponse response = exchange(request);
            final Optional<Duration> throttled = throttleRule.waitAfter(response);
            if (throttled.isPresent()) {
                limiter.tooMany();
                limiter.closeFor(response.retryAfter(clock.instant()).orElse(throttled.get()));
                if (sends == MAXIMUM_SENDS) {
                    return response;
                }
            } else if (response.status() == 401 && !renewed && credentials.renew()) {
                renewed = true;
            } else {
                return response;
            }
        }
    }

    private ApiResponse exchange(final ApiRequest request) throws CrmException {
        try {
            limiter.acquire();
        } catch (final InterruptedException e) {
            throw interrupted(e);
        }

        try {
            final HttpResponse<byte[]> response = client.send(httpRequest(request), BodyHandlers.ofByteArray());
            final Map<String, String> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new ApiResponse(response.statusCode(), headers, response.body());
        } catch (final IOException e) {
            throw new CrmException(Kind.TRANSIENT, "NO_ANSWER", "No answer from %s (%s)".formatted(address(), e.getClass().getSimpleName()), e);
        } catch (final InterruptedException e) {
            throw interrupted(e);
        } finally {
            limiter.release();
        }
    }

    private HttpRequest httpRequest(final ApiRequest request) throws CrmException {
        final HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(trimmed(base.toString()) + request.path()))
                .timeout(timeout)
                .method(request.method(), request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::setHeader);
        final Map<String, String> authorization = credentials.headers();
        try {
            authorization.forEach(builder::setHeader);
        } catch (final IllegalArgumentException e) {
            // The message of the exception quotes the header.
            throw CrmException.unavailable("CREDENTIALS_MALFORMED", "The credentials hold characters that no header may have. Check them");
        }

        return builder.build();
    }

    private static String trimmed(final String path) {
        return path == null ? "" : path.replaceFirst("/+$", "");
    }

    private static void pause(final Duration wait) throws CrmException {
        if (wait.isPositive()) {
            try {
                Thread.sleep(wait);
            } catch (final InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static CrmException interrupted(final InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CrmException(Kind.UNAVAILABLE, "INTERRUPTED", "Interrupted while waiting for the CRM", cause);
    }

    @Override
    public void close() {
        client.close();
    }
}
