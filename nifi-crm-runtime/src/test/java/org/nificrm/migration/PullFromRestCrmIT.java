package org.nificrm.migration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.NifiProcess;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith({RealNifi.class, RealPostgres.class})
class PullFromRestCrmIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String KEY = "key-of-the-api-user";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern QUERY = Pattern.compile("maxSize=(\\d+)&offset=(\\d+)&.*\\[value]=(.{19})$");

    /** The CRM's contacts by id: last name and time of the last change. */
    private final ConcurrentSkipListMap<String, List<String>> contacts = new ConcurrentSkipListMap<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    @Test
    void whatChangesInTheCrmArrivesAndARestartReadsOnlyWhatIsNew(final NifiProcess process, final NifiApi nifi, final PostgresServer postgres) throws Exception {
        final HttpServer crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/", this::list);
        crm.start();
        final CrmDatabase target = new CrmDatabase(postgres, "pull_from_rest_crm", "central-customers.sql");
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("Target Database", target.url()));
        parameters.putAll(Map.of(
                "CRM API URL", "http://127.0.0.1:%d/api/v1/Contact".formatted(crm.getAddress().getPort()),
                "CRM API Key", KEY,
                "Page Size", "20",
                "Overlap Seconds", "2",
                "Quarantine Directory", Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("pull")), "run").toString()));
        for (int i = 0; i < 50; i++) {
            change("c%02d".formatted(i), "Before", 3600);
        }

        broken.set(1);
        try (ImportedFlow flow = new ImportedFlow(nifi, "pull-from-rest-crm", "Pull", parameters)) {
            flow.setPenalty("Get Page", "1 sec");
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            poll(flow, nifi);
            Await.until(TIMEOUT, () -> target.count("central_customers WHERE last_name = 'Before'") == 50, () -> target.count("central_customers"));
            flow.awaitEmptyQueues();

            process.kill();
            process.start();
            flow.awaitEmptyQueues();
            change("c07", "After", 0);
            change("c99", "New", 0);
            served.set(0);
            poll(flow, nifi);
            Await.until(TIMEOUT, () -> target.count("central_customers WHERE last_name IN ('After', 'New')") == 2, () -> target.count("central_customers"));
            flow.awaitEmptyQueues();

            assertEquals(51, target.count("central_customers"));
            assertEquals(2, served.get());
        } finally {
            crm.stop(0);
        }
    }

    private static void poll(final ImportedFlow flow, final NifiApi nifi) {
        final String tick = flow.processor("Every Minute");
        nifi.setState(tick, "STOPPED");
        Await.until(TIMEOUT, () -> {
            nifi.setState(tick, "RUN_ONCE");
            return true;
        }, () -> "still running");
    }

    private void change(final String id, final String lastName, final long secondsAgo) {
        contacts.put(id, List.of(lastName, LocalDateTime.now(ZoneOffset.UTC).minus(secondsAgo, ChronoUnit.SECONDS).format(TIME)));
    }

    /** As EspoCRM lists contacts; answers once with a proxy's page. */
    private void list(final HttpExchange exchange) throws IOException {
        final Matcher query = QUERY.matcher(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-Api-Key")) || !query.find()) {
            answer(exchange, 403, "");
        } else if (broken.getAndDecrement() > 0) {
            answer(exchange, 502, "<html>Bad Gateway</html>");
        } else {
            final List<String> page = contacts.entrySet().stream()
                    .filter(contact -> contact.getValue().get(1).compareTo(query.group(3)) >= 0)
                    .skip(Long.parseLong(query.group(2)))
                    .limit(Long.parseLong(query.group(1)))
                    .map(contact -> "{\"id\": \"%s\", \"lastName\": \"%s\", \"modifiedAt\": \"%s\"}"
                            .formatted(contact.getKey(), contact.getValue().get(0), contact.getValue().get(1)))
                    .toList();
            served.addAndGet(page.size());
            answer(exchange, 200, page.stream().collect(Collectors.joining(",", "{\"total\": -1, \"list\": [", "]}")));
        }
    }

    private static void answer(final HttpExchange exchange, final int status, final String body) throws IOException {
        final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
