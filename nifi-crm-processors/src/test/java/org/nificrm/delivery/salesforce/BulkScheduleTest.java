package org.nificrm.delivery.salesforce;

import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.rest.ApiTransport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schedules of faults of the collections, over jobs. */
class BulkScheduleTest extends SalesforceScheduleTest {

    /** By address of the fake; one outlives the clients of a schedule, as it would a restart. */
    private final Map<String, JobJournal> journals = new ConcurrentHashMap<>();

    /** Fewer, since a job takes many requests; what it shares with the collections has its own schedules. */
    @Override
    protected int schedules() {
        return 60;
    }

    @Override
    protected CrmClient client(final ApiTransport transport, final Target target) throws CrmException {
        final SalesforceApi api = SalesforceTarget.api(transport);
        final JobJournal journal = journals.computeIfAbsent(api.address(), address -> new MemoryJournal());
        final SalesforceClient client =
                new SalesforceClient(api, api, target, Optional.of(new BulkLoading(journal, 10, Duration.ofSeconds(5), Duration.ofMillis(1))));
        letAbandonedJobsEnd(client);
        return client;
    }

    /** As a FlowFile that waits comes again and again. */
    private static void letAbandonedJobsEnd(final SalesforceClient client) {
        for (int time = 0; time < 10; time++) {
            try {
                client.lookup(List.of(Key.of("none")), Set.of());
                return;
            } catch (final CrmException e) {
                if (!e.code().equals("BULK_JOB_RUNNING")) {
                    return;
                }
            }
        }
    }
}
