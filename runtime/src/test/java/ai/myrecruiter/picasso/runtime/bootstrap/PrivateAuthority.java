package ai.myrecruiter.picasso.runtime.bootstrap;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An endpoint on loopback whose certificate nobody but its own store vouches for. */
final class PrivateAuthority implements AutoCloseable {
  private static final char[] PASSWORD = "of a test".toCharArray();
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path store;

  /** Makes a key and a certificate in a folder, and listens. Answers everything with 204. */
  PrivateAuthority(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
    var keys = KeyStore.getInstance(generated(folder).toFile(), PASSWORD);
    this.store = trusting((X509Certificate) keys.getCertificate("endpoint"), folder);
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  private static Path trusting(X509Certificate certificate, Path folder)
      throws IOException, GeneralSecurityException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("endpoint", certificate);
    var file = folder.resolve("trusted.p12");
    try (var out = Files.newOutputStream(file)) {
      trusted.store(out, null);
    }
    return file;
  }

  private static Path generated(Path folder) throws IOException, InterruptedException {
    var store = folder.resolve("endpoint.p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "endpoint",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
    return store;
  }

  /** Where it listens. */
  URI uri() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  /** A store without a password that trusts its certificate. */
  Path store() {
    return store;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
