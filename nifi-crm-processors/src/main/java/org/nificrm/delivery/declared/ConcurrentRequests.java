package org.nificrm.delivery.declared;

import org.nificrm.delivery.CrmException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests that need not wait for each other; how many go at a time, the rate limiter says. */
final class ConcurrentRequests {

    /** A request and what becomes of its answer. */
    interface Request<T, R> {
        R send(T input) throws CrmException;
    }

    private ConcurrentRequests() {
    }

    /** The results in the order of the inputs; the first failure in that order if there is one. */
    static <T, R> List<R> send(final List<T> inputs, final Request<T, R> request) throws CrmException {
        if (inputs.size() == 1) {
            final List<R> results = new ArrayList<>(1);
            results.add(request.send(inputs.getFirst()));
            return results;
        }

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            final List<Callable<R>> tasks = new ArrayList<>(inputs.size());
            inputs.forEach(input -> tasks.add(() -> request.send(input)));
            final List<R> results = new ArrayList<>(inputs.size());
            for (final Future<R> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }

            return results;
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final CrmException failure) {
                throw failure;
            }

            throw new IllegalStateException("a request to the CRM could not be made or understood", e.getCause());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrmException(CrmException.Kind.UNAVAILABLE, "INTERRUPTED", "Interrupted while waiting for the CRM", e);
        }
    }
}
