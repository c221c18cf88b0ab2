package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.jwt.WycheproofVector.Expectation;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The runner of vectors itself, on vectors made here: it must be able to fail. */
final class WycheproofTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final KeyMaterial key = JwkReading.generate(RANDOM);

  @Test
  void passesWhenEveryVectorIsAsItsLabelSays() throws IOException {
    var report =
        run(
            vector("valid", "good", token("{\"alg\":\"ES256\",\"kid\":\"k\"}")),
            vector("valid", "no kid", token("{\"alg\":\"ES256\"}")),
            vector("invalid", "another kid", token("{\"alg\":\"ES256\",\"kid\":\"other\"}")),
            vector("invalid", "none", Stage.encode("{\"alg\":\"none\"}") + ".e30."),
            vector("invalid", "empty", ""),
            vector("valid", "another algorithm", token("{\"alg\":\"RS256\",\"kid\":\"k\"}")),
            vector(
                "valid", "a stray sign", token("{\"alg\":\"ES256\"}").replaceFirst("\\.", "?.")));
    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(report.count(Expectation.ACCEPT)).isEqualTo(2);
    assertThat(report.count(Expectation.REFUSE)).isEqualTo(3);
    assertThat(report.count(Expectation.REFUSE_OUT_OF_SCOPE)).isEqualTo(1);
    assertThat(report.count(Expectation.REFUSE_AGAINST_LABEL)).isEqualTo(1);
  }

  @Test
  void failsWhenAnInvalidOneIsAccepted() throws IOException {
    var report = run(vector("invalid", "a lie", token("{\"alg\":\"ES256\",\"kid\":\"k\"}")));
    assertThat(report.passed()).isFalse();
    assertThat(report.invalidAccepted()).isEqualTo(1);
    assertThat(report.toString()).contains("WRONG: tcId 1 (a lie, invalid): accepted");
  }

  @Test
  void failsWhenAValidOneIsRefused() throws IOException {
    var good = token("{\"alg\":\"ES256\",\"kid\":\"k\"}");
    int dot = good.lastIndexOf('.');
    var spoilt = good.substring(0, dot + 1) + Stage.encode(new byte[64]);
    var report = run(vector("valid", "a lie", spoilt));
    assertThat(report.passed()).isFalse();
    assertThat(report.validRefused()).isEqualTo(1);
  }

  @Test
  void failsWithoutVectors() throws IOException {
    assertThat(run().passed()).isFalse();
    assertThat(Wycheproof.run("{}").passed()).isFalse();
  }

  @Test
  void failsWhenAValidOnesKeyIsRefused() throws IOException {
    var report =
        Wycheproof.run(
            file(
                key.jwk().put("use", "enc").toString(),
                vector("valid", "for encryption", token("{\"alg\":\"ES256\"}"))));
    assertThat(report.validRefused()).isEqualTo(1);
  }

  @Test
  void takesSharedSecretsOfEnoughBytes() throws IOException {
    var secret = new byte[32];
    RANDOM.nextBytes(secret);
    var shared = new SecretKeySpec(secret, "HmacSHA256");
    var jwk = "{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"%s\"}".formatted(Stage.encode(secret));
    var compact = io.jsonwebtoken.Jwts.builder().content("hello").signWith(shared).compact();
    var report =
        Wycheproof.run(
            file(
                jwk,
                vector("valid", "good", compact),
                vector("invalid", "padded", compact + "="),
                vector("invalid", "spoilt", spoilt(compact))));
    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(report.total()).isEqualTo(3);
  }

  private static String spoilt(String compact) {
    int dot = compact.lastIndexOf('.');
    var signature = Base64.getUrlDecoder().decode(compact.substring(dot + 1));
    signature[0] ^= 1;
    return compact.substring(0, dot + 1) + Stage.encode(signature);
  }

  private WycheproofReport run(String... vectors) throws IOException {
    return Wycheproof.run(file(key.publicHalf().jwk().put("kid", "k").toString(), vectors));
  }

  private static String file(String jwk, String... vectors) {
    return "{\"testGroups\":[{\"public\":%s,\"tests\":[%s]}]}"
        .formatted(jwk, String.join(",", vectors));
  }

  private static String vector(String result, String comment, String jws) {
    return "{\"tcId\":1,\"comment\":\"%s\",\"jws\":\"%s\",\"result\":\"%s\"}"
        .formatted(comment, jws, result);
  }

  private String token(String header) {
    var input = Stage.encode(header) + "." + Stage.encode("hello");
    var bytes = input.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return input + "." + Stage.encode(key.sign(bytes, RANDOM));
  }
}
