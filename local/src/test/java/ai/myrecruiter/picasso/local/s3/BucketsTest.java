package ai.myrecruiter.picasso.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.wire.Gateway;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The same calls in process and, by the real SDK, over HTTP. */
final class BucketsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00.5Z");

  @TempDir static Path folder;
  private final Buckets buckets = new Buckets(() -> NOW, folder);
  private final LoopbackServer server =
      new LoopbackServer(new Gateway(Map.of("s3", S3Endpoint.of(buckets))), 0);
  private final S3Client remote =
      S3Client.builder()
          .endpointOverride(server.uri())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("alice", "x")))
          .httpClient(UrlConnectionHttpClient.create())
          .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
          .build();

  @AfterEach
  void close() {
    remote.close();
    server.close();
  }

  private S3Client client(boolean overHttp) {
    return overHttp ? remote : buckets.client();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void givesBackWhatWasPut(boolean overHttp) {
    var s3 = client(overHttp);
    var put =
        s3.putObject(
            it ->
                it.bucket(Buckets.BOOTSTRAP)
                    .key("a/b ü+c.json")
                    .contentType("application/json")
                    .metadata(Map.of("Made-By", "test"))
                    .checksumAlgorithm(ChecksumAlgorithm.SHA256),
            RequestBody.fromString("hello"));
    assertThat(put.checksumSHA256()).isEqualTo("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
    assertThat(put.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");

    var head =
        s3.headObject(it ->
            it.bucket(Buckets.BOOTSTRAP).key("a/b ü+c.json").checksumMode(ChecksumMode.ENABLED));
    assertThat(head.contentLength()).isEqualTo(5);
    assertThat(head.contentType()).isEqualTo("application/json");
    assertThat(head.metadata()).containsEntry("made-by", "test");
    assertThat(head.lastModified()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
    assertThat(head.checksumSHA256()).isEqualTo(put.checksumSHA256());
    var plain = s3.headObject(it -> it.bucket(Buckets.BOOTSTRAP).key("a/b ü+c.json"));
    assertThat(plain.checksumSHA256()).isNull();
    var got = s3.getObjectAsBytes(it -> it.bucket(Buckets.BOOTSTRAP).key("a/b ü+c.json"));
    assertThat(got.asUtf8String()).isEqualTo("hello");
    assertThat(got.response().eTag()).isEqualTo(put.eTag());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void putsFilesAndNothingToo(boolean overHttp) throws Exception {
    var s3 = client(overHttp);
    var file = Files.write(folder.resolve("f"), new byte[300_000]);
    s3.putObject(it -> it.bucket(Buckets.BOOTSTRAP).key("f"), file);
    s3.putObject(it -> it.bucket(Buckets.BOOTSTRAP).key("empty"), RequestBody.empty());
    assertThat(buckets.find(Buckets.BOOTSTRAP, "f").orElseThrow()).hasSameBinaryContentAs(file);
    assertThat(s3.headObject(it -> it.bucket(Buckets.BOOTSTRAP).key("empty")).contentLength())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesWhatDoesNotFitItsChecksum(boolean overHttp) {
    assertThatThrownBy(() ->
            client(overHttp)
                .putObject(
                    it ->
                        it.bucket(Buckets.BOOTSTRAP)
                            .key("bad")
                            .checksumSHA256("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
                    RequestBody.fromString("hello")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("BadDigest"));
    assertThat(buckets.find(Buckets.BOOTSTRAP, "bad")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysWhatIsMissing(boolean overHttp) {
    var s3 = client(overHttp);
    assertThat(s3.headBucket(it -> it.bucket(Buckets.BOOTSTRAP)).bucketRegion())
        .isEqualTo("us-east-1");
    assertThatThrownBy(() -> s3.headBucket(it -> it.bucket("none")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() -> s3.headObject(it -> it.bucket(Buckets.BOOTSTRAP).key("none")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.getObjectAsBytes(it -> it.bucket(Buckets.BOOTSTRAP).key("none")))
        .isInstanceOf(NoSuchKeyException.class)
        .hasMessageContaining("The specified key does not exist.");
    assertThatThrownBy(
            () -> s3.putObject(it -> it.bucket("none").key("k"), RequestBody.fromString("x")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() ->
            s3.headBucket(it -> it.bucket(Buckets.BOOTSTRAP).expectedBucketOwner("111111111111")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    buckets.delete(Buckets.BOOTSTRAP);
    assertThatThrownBy(() -> s3.headBucket(it -> it.bucket(Buckets.BOOTSTRAP)))
        .isInstanceOf(NoSuchBucketException.class);
  }

  @Test
  void namesACallThatIsNotThere() {
    assertThatThrownBy(() -> remote.listObjectsV2(it -> it.bucket(Buckets.BOOTSTRAP)))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(501);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("NotImplemented");
            })
        .hasMessageContaining("HeadObject");
    assertThatThrownBy(() -> buckets.client().listBuckets())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("listBuckets");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5\r\nhello", "zz\r\nhello\r\n0\r\n\r\n", "ffffff\r\nhi\r\n", "-1\r\n"})
  void refusesChunksThatAreNotWhole(String body) throws Exception {
    var uri = URI.create(server.uri() + "/" + Buckets.BOOTSTRAP + "/k");
    var request =
        HttpRequest.newBuilder(uri)
            .header(
                "Authorization", "AWS4-HMAC-SHA256 Credential=a/20261102/us-east-1/s3/aws4_request")
            .header("Content-Encoding", "aws-chunked")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("<Code>IncompleteBody</Code>");
    }
  }

  @Test
  void keepsTheChecksumsOfTheAlgorithmsThatItKnows() {
    var bytes = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(List.of("CRC32", "CRC32C", "SHA1").stream().map(it -> Digests.of(it, bytes)))
        .containsExactly("y/Q5Jg==", "4waSgw==", "98O8HYCOBHMq32eZZczDTKeuNEE=");
    assertThatThrownBy(() -> Digests.of("CRC64NVME", bytes)).hasMessageContaining("CRC64NVME");
  }
}
