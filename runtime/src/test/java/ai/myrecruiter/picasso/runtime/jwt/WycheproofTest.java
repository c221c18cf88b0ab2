package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.jwt.WycheproofVector.Expectation;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
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

  @Test
  void takesTheKeyThatATokenNamesFromASet() throws IOException {
    var other = JwkReading.generate(RANDOM);
    var report =
        Wycheproof.run(
            file(
                set(named(key, "k"), named(other, "other")),
                vector("valid", "good", token("{\"alg\":\"ES256\",\"kid\":\"k\"}")),
                vector("invalid", "of the other", token("{\"alg\":\"ES256\",\"kid\":\"other\"}")),
                vector("invalid", "no kid", token("{\"alg\":\"ES256\"}"))));
    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(report.count(Expectation.ACCEPT)).isEqualTo(1);
  }

  @Test
  void refusesASetThatIsNoRing() throws IOException {
    var secret =
        "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"%s\"}".formatted(Stage.encode(new byte[32]));
    for (var set :
        List.of(
            set(named(key, "k"), named(JwkReading.generate(RANDOM), "k")),
            set(named(key, "k"), secret))) {
      var good = token("{\"alg\":\"ES256\",\"kid\":\"k\"}");
      assertThat(Wycheproof.run(file(set, vector("invalid", "no ring", good))).passed()).isTrue();
      assertThat(Wycheproof.run(file(set, vector("valid", "no ring", good))).toString())
          .contains("against its label: tcId 1 (no ring): kid ");
    }
  }

  @Test
  void namesAndCountsWhatItDoesNotJudge() throws IOException {
    var report =
        run(
            vector("valid", "good", token("{\"alg\":\"ES256\",\"kid\":\"k\"}")),
            vector("acceptable", "either", token("{\"alg\":\"ES256\",\"kid\":\"k\"}")),
            vector("acceptable", "or", "none"),
            vector("valid", "RSA", Stage.encode("{\"alg\":\"RS256\"}") + ".e30.AAAA"),
            "{\"tcId\":2,\"comment\":\"json\",\"jws\":{\"payload\":\"e30\"},\"result\":\"valid\"}",
            vector("valid", "jku", token("{\"alg\":\"ES256\",\"kid\":\"k\",\"jku\":\"x\"}")),
            "{\"tcId\":3,\"comment\":\"jwe\",\"jwe\":\"e30.....\",\"result\":\"valid\"}",
            "{\"tcId\":4,\"comment\":\"nothing\",\"result\":\"invalid\"}");
    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(report.toString())
        .contains(
            "wycheproof: 8 vectors",
            "2 acceptable, either way",
            "1 valid of other algorithms, refused {RS256 1}",
            "2 no signatures, not judged {encrypted (jwe) 1, without a jws 1}",
            "tcId 2 (json): JSON serialization",
            "tcId 1 (jku): the header has jku");
  }

  @Test
  void refusesShortSecretsAgainstTheirLabel() throws IOException {
    var jwk = "{\"kty\":\"oct\",\"k\":\"%s\"}".formatted(Stage.encode(new byte[16]));
    var compact = Stage.encode("{\"alg\":\"HS256\"}") + ".e30." + Stage.encode(new byte[32]);
    assertThat(Wycheproof.run(file(jwk, vector("valid", "short", compact))).toString())
        .contains("against its label: tcId 1 (short): a secret of fewer than 32 bytes");
  }

  @Test
  void failsWhenVectorsAreMissing() throws IOException {
    var whole =
        file(
            named(key.publicHalf(), "k"),
            vector("valid", "good", token("{\"alg\":\"ES256\",\"kid\":\"k\"}")));
    var report = Wycheproof.run(whole.replaceFirst("\\{", "{\"numberOfTests\":2,"));
    assertThat(report.passed()).isFalse();
    assertThat(report.toString()).contains("the file says it has 2 vectors, and 1 were read");
  }

  private static String named(KeyMaterial material, String kid) {
    return material.publicHalf().jwk().put("kid", kid).toString();
  }

  private static String set(String... jwks) {
    return "{\"keys\":[%s]}".formatted(String.join(",", jwks));
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
