package org.nificrm.services;

import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.ssl.SSLContextProvider;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A key and a certificate that it signed itself, made anew by the JDK's keytool. */
final class TlsIdentity {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "crm";

    private final KeyStore keyStore;

    private TlsIdentity(final KeyStore keyStore) {
        this.keyStore = keyStore;
    }

    /** @param host name of a server that the certificate is for */
    static TlsIdentity of(final String host) throws IOException, GeneralSecurityException, InterruptedException {
        final Path file = Files.createTempDirectory(Files.createDirectories(Path.of("target", "tls")), "identity").resolve("store.p12");
        final Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", ALIAS, "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host, "-validity", "2",
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD).redirectErrorStream(true).start();
        final String said = new String(keytool.getInputStream().readAllBytes());
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool failed: " + said);
        }

        final KeyStore keyStore = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keyStore.load(stream, PASSWORD.toCharArray());
        }

        return new TlsIdentity(keyStore);
    }

    /** For the server that proves itself by the key. */
    SSLContext serverContext() throws GeneralSecurityException {
        final KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyStore, PASSWORD.toCharArray());
        final SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** For clients that trust the certificate, and no other. */
    SSLContextProvider trust() throws GeneralSecurityException {
        final KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (final IOException e) {
            throw new IllegalStateException("nothing is read", e);
        }

        trusted.setCertificateEntry(ALIAS, keyStore.getCertificate(ALIAS));
        final TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return new Trust((X509TrustManager) trust.getTrustManagers()[0]);
    }

    private static final class Trust extends AbstractControllerService implements SSLContextProvider {

        private final X509TrustManager trustManager;

        private Trust(final X509TrustManager trustManager) {
            this.trustManager = trustManager;
        }

        @Override
        public SSLContext createContext() {
            try {
                final SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {trustManager}, null);
                return context;
            } catch (final GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<X509ExtendedKeyManager> createKeyManager() {
            return Optional.empty();
        }

        @Override
        public X509TrustManager createTrustManager() {
            return trustManager;
        }
    }
}
