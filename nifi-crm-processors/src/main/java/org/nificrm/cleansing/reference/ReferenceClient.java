package org.nificrm.cleansing.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one reference system. Answers are remembered, hits and misses alike; a system that is slow or broken costs a time-out a few
 * times and is then left alone for a while. Safe for use by many threads.
 */
public final class ReferenceClient implements AutoCloseable {

    /** More calls than this at a time mean that the system hangs. */
    private static final int MOST_CALLS_AT_A_TIME = 32;
    private static final long IDLE_SECONDS = 10;

    private final String name;
    private final ReferenceSource source;
    private final LookupSettings settings;
    private final Cache<ReferenceKey, Answer> cache;
    private final CircuitBreaker breaker;
    private final ExecutorService calls;

    public ReferenceClient(final String name, final ReferenceSource source, final LookupSettings settings) {
        this.name = name;
        this.source = source;
        this.settings = settings;
        this.cache = Caffeine.newBuilder().maximumSize(settings.cacheSize()).expireAfterWrite(settings.cacheAge()).build();
        this.breaker = new CircuitBreaker(settings.failuresToOpen(), settings.pause(), System::nanoTime);
        this.calls = new ThreadPoolExecutor(0, MOST_CALLS_AT_A_TIME, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            final Thread thread = new Thread(task, "Reference " + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Name of the system. */
    public String name() {
        return name;
    }

    /** What the system knows of the customer with this key. */
    public Answer find(final ReferenceKey key) {
        final Answer known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }

        if (!breaker.tryAcquire()) {
            return Answer.UNAVAILABLE;
        }

        final Answer answer = ask(key);
        if (answer.status() != Answer.Status.UNAVAILABLE) {
            cache.put(key, answer);
        }

        return answer;
    }

    private Answer ask(final ReferenceKey key) {
        Future<Answer> call = null;
        try {
            call = calls.submit(() -> source.find(key).map(values -> new Answer(Answer.Status.HIT, values)).orElse(Answer.MISS));
            final Answer answer = call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            breaker.succeeded();
            return answer;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final ExecutionException | TimeoutException | RejectedExecutionException e) {
            // left to the breaker: the record goes on without this system
        }

        if (call != null) {
            call.cancel(true);
        }

        breaker.failed();
        return Answer.UNAVAILABLE;
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
