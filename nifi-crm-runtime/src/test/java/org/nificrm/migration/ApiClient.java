package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Calls the customer API as another system would, over TLS with the certificate that was made for the test. */
final class ApiClient implements AutoCloseable {

    static final String KEYSTORE_PASSWORD = "only-for-this-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI customers;
    private final SSLContext tls;

    ApiClient(final Path keystore, final int port) throws IOException, GeneralSecurityException {
        this.tls = trusting(keystore);
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
        this.customers = URI.create("https://127.0.0.1:%d/customers".formatted(port));
    }

    /** Makes a key and a certificate for 127.0.0.1 with the JDK's own tool. */
    static void createKeystore(final Path keystore) throws IOException, InterruptedException {
        Files.createDirectories(keystore.getParent());
        Files.deleteIfExists(keystore);
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "api",
                "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-storepass", KEYSTORE_PASSWORD,
                "-keystore", keystore.toString()).redirectErrorStream(true).start();
        final String told = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(told);
        }
    }

    private static SSLContext trusting(final Path keystore) throws IOException, GeneralSecurityException {
        final KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, KEYSTORE_PASSWORD.toCharArray());
        }

        final KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("api", store.getCertificate("api"));
        final TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        final SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    SSLContext tls() {
        return tls;
    }

    HttpResponse<String> post(final String token, final String body) throws IOException, InterruptedException {
        return post(token, BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(final String token, final BodyPublisher body) throws IOException, InterruptedException {
        return send(token, HttpRequest.newBuilder(customers).POST(body));
    }

    /** @param below path and query after /customers */
    HttpResponse<String> get(final String token, final String below) throws IOException, InterruptedException {
        return send(token, HttpRequest.newBuilder(URI.create(customers + below)));
    }

    private HttpResponse<String> send(final String token, final HttpRequest.Builder request) throws IOException, InterruptedException {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }

        return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    static JsonNode json(final HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
