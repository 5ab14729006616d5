package org.nificrm.delivery.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A CRM behind HTTP on 127.0.0.1, in memory, whose answers go wrong as a test tells it. */
public abstract class FakeApi implements AutoCloseable {

    /** A last name that the CRM refuses for its record alone, one that stands against another record, one that spoils the batch. */
    public static final String INVALID = "Invalid";
    public static final String TAKEN = "Taken";
    public static final String POISON = "Poison";

    public static final String TOKEN = "token-secret";

    /** Longer than the time-outs of the tests that let a request run into one. */
    private static final long HANGING_MILLISECONDS = 10_000;

    private final List<FakeRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random;
    private volatile Supplier<Fault> faults = () -> Fault.NONE;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private int stepsBack;

    protected FakeApi(final long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    public final URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Asked once for each request that can go wrong. */
    public final void failWith(final Supplier<Fault> chosen) {
        faults = chosen;
    }

    /** These one after the other, then none. */
    public final void failOnce(final Fault... script) {
        final Iterator<Fault> rest = List.of(script).iterator();
        faults = () -> rest.hasNext() ? rest.next() : Fault.NONE;
    }

    public final List<FakeRequest> requests() {
        return List.copyOf(requests);
    }

    /** Method and path of each request. */
    public final List<String> requestLines() {
        return requests().stream().map(FakeRequest::line).toList();
    }

    /** How often older data replaced newer. */
    public final synchronized int stepsBack() {
        return stepsBack;
    }

    /** To be told of each replaced time of change, as texts that sort by time. */
    protected final void replaced(final String before, final String after) {
        if (after.compareTo(before) < 0) {
            stepsBack++;
        }
    }

    /** The number of records with this key. */
    public abstract long count(String key);

    /** What a field of the record with this key holds; null if there is none. */
    public abstract String value(String key, String field);

    /** What every request has to keep to. */
    protected Optional<Specification> specification() {
        return Optional.empty();
    }

    /** Whether the request proves who sends it. */
    protected boolean isAuthorized(final FakeRequest request) {
        return ("Bearer " + TOKEN).equals(request.header("Authorization"));
    }

    /** Whether a request always goes well, such as one that asks what an object is made of. */
    protected abstract boolean isSpared(FakeRequest request);

    /**
     * Carries out a request. No two are at the same time.
     *
     * @param fault {@code NONE}, {@code SOME_LOCKED} or {@code STALE_VERSION}
     */
    protected abstract FakeAnswer answer(FakeRequest request, Fault fault);

    /**
     * The CRM's words for having carried out nothing.
     *
     * @param fault one that throttles, {@code DAILY_QUOTA}, {@code LOCKED}, {@code ERROR_BEFORE} (for {@code ERROR_AFTER} too) or {@code TOKEN_EXPIRED}
     */
    protected abstract FakeAnswer refusal(Fault fault);

    /** Spoils results, which are part of the answer. */
    protected FakeAnswer spoil(final Fault fault, final FakeAnswer answer) {
        final ArrayNode results = answer.results();
        final List<JsonNode> entries = new ArrayList<>();
        results.forEach(entries::add);
        switch (fault) {
            case SHUFFLED -> Collections.shuffle(entries, random);
            case SHORT -> entries.removeIf(entry -> random.nextBoolean());
            case DOUBLED -> entries.addAll(List.copyOf(entries));
            case EMPTY -> entries.clear();
            default -> throw new IllegalArgumentException(fault + " is not how results are spoilt here");
        }

        results.removeAll().addAll(entries);
        return answer;
    }

    /** One in three. */
    protected final boolean chance() {
        return random.nextInt(3) == 0;
    }

    private void handle(final HttpExchange exchange) throws IOException {
        final FakeRequest request = FakeRequest.read(exchange);
        requests.add(request);
        specification().flatMap(specification -> specification.complaint(request)).ifPresent(complaints::add);
        if (!isAuthorized(request)) {
            refusal(Fault.TOKEN_EXPIRED).send(exchange);
        } else if (isSpared(request)) {
            carryOut(request, Fault.NONE).send(exchange);
        } else {
            handle(exchange, request, faults.get());
        }
    }

    private void handle(final HttpExchange exchange, final FakeRequest request, final Fault fault) throws IOException {
        switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER -> refusal(fault).withHeader("Retry-After", "0").send(exchange);
            case THROTTLED, DAILY_QUOTA, LOCKED, ERROR_BEFORE, TOKEN_EXPIRED -> refusal(fault).send(exchange);
            case UNAVAILABLE_PAGE -> FakeAnswer.page(503).send(exchange);
            case RESET_BEFORE -> exchange.close();
            case TIMEOUT_BEFORE -> hang(exchange);
            case ERROR_AFTER -> {
                carryOut(request, Fault.NONE);
                refusal(Fault.ERROR_BEFORE).send(exchange);
            }
            case RESET_AFTER -> {
                carryOut(request, Fault.NONE);
                exchange.close();
            }
            case TIMEOUT_AFTER -> {
                carryOut(request, Fault.NONE);
                hang(exchange);
            }
            case PAGE_AFTER -> {
                carryOut(request, Fault.NONE);
                FakeAnswer.page(200).send(exchange);
            }
            case HALF_BODY -> carryOut(request, Fault.NONE).sendHalf(exchange);
            case SHUFFLED, SHORT, DOUBLED, EMPTY, UNATTRIBUTED -> {
                final FakeAnswer answer = carryOut(request, Fault.NONE);
                (answer.results() == null ? answer : spoil(fault, answer)).send(exchange);
            }
            case NONE, SOME_LOCKED, STALE_VERSION -> carryOut(request, fault).send(exchange);
        }
    }

    private synchronized FakeAnswer carryOut(final FakeRequest request, final Fault fault) {
        return answer(request, fault);
    }

    private static void hang(final HttpExchange exchange) {
        try {
            Thread.sleep(HANGING_MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }

        exchange.close();
    }

    /** @throws AssertionError if a request did not keep to the specification */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }
}
