package ai.myrecruiter.picasso.runtime.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificates the function accepts, as the script starts it. */
final class TrustedRootsTest {
  private static final String LAST = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
  private static final String NO_PATH = "unable to find valid certification path";
  private static final String PEER = "PEER";

  /** SHA-256 of the certificates, as Amazon Trust Services publishes them. */
  private static final String[] PUBLISHED = {
    "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e", // Amazon Root CA 1
    "1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4", // Amazon Root CA 2
    "18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4", // Amazon Root CA 3
    "e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092", // Amazon Root CA 4
    "568d6905a2c88708a4b3025190edcfedb1974a606a13c6e5290fcb2ae63edab5", // Starfield Services G2
  };

  /** Answers with the digests of what its JVM trusts, or how a call of its peer ended. */
  public static final class Calling implements StreamHandler {
    private final @Nullable String peer;

    /** As the loop makes it. */
    public Calling(Map<String, String> environment, Consumer<String> log) {
      this.peer = environment.get(PEER);
    }

    @Override
    public void handle(Invocation invocation, StreamResponse response) throws IOException {
      response.begin(
          new Prelude(200, Map.of(), List.of()),
          (peer == null ? trusted() : called(peer)).getBytes(StandardCharsets.UTF_8));
    }

    private static String trusted() {
      return anchors(null).map(TrustedRootsTest::digest).collect(Collectors.joining(" "));
    }

    private static String called(String peer) {
      try {
        var connection = (HttpsURLConnection) URI.create(peer).toURL().openConnection();
        return "status " + connection.getResponseCode();
      } catch (IOException refused) {
        return refused.toString();
      }
    }

    @Override
    public void close() {}
  }

  @TempDir private Path folder;
  private UnpackedFunction function;

  @BeforeEach
  void unpack() throws IOException {
    function = new UnpackedFunction(folder);
  }

  /** What is trusted by a store, or by default. */
  private static Stream<X509Certificate> anchors(@Nullable KeyStore store) {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Arrays.stream(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<X509Certificate> packed() {
    try (var in = Files.newInputStream(function.trusted())) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(in, null);
      return anchors(store).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer of a function that is started with some variables more. */
  private String answer(Map<String, String> more) throws Exception {
    try (var api = new ScriptedApi(ScriptedApi.next("{}"), ScriptedApi.ACCEPTED, LAST)) {
      var variables = new TreeMap<>(more);
      variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
      variables.put("_HANDLER", Calling.class.getName());
      var process = function.start(variables);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(function.errors()).isEmpty();
      return api.requests().get(1);
    }
  }

  @Test
  void thePackageHoldsTheFivePublishedRoots() {
    assertThat(packed()).extracting(TrustedRootsTest::digest).containsExactlyInAnyOrder(PUBLISHED);
  }

  @Test
  void theyAreTheCertificatesThatTheJdkHas() {
    var jdk =
        anchors(null)
            .filter(each -> each.getSubjectX500Principal().getName().contains("O=Amazon"))
            .toList();
    assertThat(jdk).hasSizeGreaterThanOrEqualTo(4);
    assertThat(packed()).containsAll(jdk);
  }

  @Test
  void theyHoldForYearsAndSignThemselves() {
    assertThat(packed())
        .allSatisfy(root -> {
          assertThat(root.getNotAfter().toInstant())
              .isAfterOrEqualTo(Instant.parse("2037-12-31T23:59:59Z"));
          assertThat(root.getBasicConstraints()).isNotNegative();
          assertThatCode(() -> root.verify(root.getPublicKey())).doesNotThrowAnyException();
        });
  }

  @Test
  void theFunctionTrustsThemAndNothingElse() throws Exception {
    assertThat(anchors(null)).hasSizeGreaterThan(50); // as the JDK is by itself
    var trusted = answer(Map.of());
    assertThat(trusted).contains(PUBLISHED);
    assertThat(trusted.split("[0-9a-f]{64}", -1)).hasSize(PUBLISHED.length + 1);
  }

  @Test
  void noCallReachesAnEndpointThatAmazonDoesNotVouchFor() throws Exception {
    try (var endpoint = new PrivateAuthority(folder)) {
      assertThat(answer(Map.of(PEER, endpoint.uri().toString()))).contains(NO_PATH);
    }
  }

  @Test
  void anotherStoreStandsInTheirPlace() throws Exception {
    try (var endpoint = new PrivateAuthority(folder)) {
      var variables =
          Map.of(
              PEER, endpoint.uri().toString(), "PICASSO_TRUST_STORE", endpoint.store().toString());
      assertThat(answer(variables)).contains("status 204");
      assertThat(answer(Map.of("PICASSO_TRUST_STORE", endpoint.store().toString())))
          .doesNotContain(PUBLISHED);
    }
  }

  @Test
  void aStoreThatIsNoneReachesNothing() throws Exception {
    var text = Files.writeString(folder.resolve("text"), "trust everybody\n");
    try (var endpoint = new PrivateAuthority(folder)) {
      assertThat(
              answer(
                  Map.of(PEER, endpoint.uri().toString(), "PICASSO_TRUST_STORE", text.toString())))
          .doesNotContain("status 204")
          .contains("Exception");
    }
  }

  @Test
  void doesNotStartWithoutAStore() throws Exception {
    var empty = Files.createFile(folder.resolve("empty"));
    for (var store : new Path[] {folder.resolve("missing"), folder, empty}) {
      refused(store, Map.of("PICASSO_TRUST_STORE", store.toString()));
    }
    Files.delete(function.trusted());
    refused(function.trusted(), Map.of());
  }

  private void refused(Path store, Map<String, String> variables) throws Exception {
    var process = function.start(variables);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(function.errors())
        .isEqualTo(
            "trust store %s: must be a file that can be read; correct PICASSO_TRUST_STORE or take it out, or build the package again\n"
                .formatted(store));
  }
}
