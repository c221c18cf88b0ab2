package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeyRingDocumentTest {
  private static final Set<Algorithm> ES256 = EnumSet.of(Algorithm.ES256);
  private final KeyRings rings = rotating();
  private final String document = KeyRingDocument.write(rings);

  private static KeyRings rotating() {
    var begin = Stage.BEGIN;
    var next = RingKey.generate("stream-2", begin.plusSeconds(305), new SecureRandom());
    var rings = Stage.rings(begin);
    var flipped = rings.stream().add(next, begin).flip("stream-2", begin.plusSeconds(305));
    return rings.with(Purpose.STREAM, flipped);
  }

  @Test
  void readsWhatItWrote() {
    assertThat(KeyRingDocument.write(KeyRingDocument.readSigning(document, ES256)))
        .isEqualTo(document);
    var published = KeyRingDocument.write(rings.publicHalf());
    assertThat(KeyRingDocument.write(KeyRingDocument.readVerification(published, ES256)))
        .isEqualTo(published);
    assertThat(published).doesNotContain("\"d\"").contains("retireAt");
  }

  @Test
  void aVerifierTakesNoPrivateKeyAndAnIssuerNeedsIt() {
    refused(() -> KeyRingDocument.readVerification(document, ES256), "private part");
    var published = KeyRingDocument.write(rings.publicHalf());
    refused(() -> KeyRingDocument.readSigning(published, ES256), "private part");
  }

  @Test
  void aVerifiersKeyCannotSign() {
    var half = rings.publicHalf().stream().activeKey().material();
    assertThat(half.signing()).isEmpty();
    assertThat(half.jwk().has("d")).isFalse();
    assertThatThrownBy(() -> half.sign(new byte[1], new SecureRandom()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sharedSecretsNeedLeaveAndLength() {
    var k = "A".repeat(43);
    var single = KeyRingDocument.write(Stage.rings(Stage.BEGIN));
    var shared = withFirst(single, "HS256", "{\"kty\":\"oct\",\"k\":\"" + k + "\"}");
    refused(() -> KeyRingDocument.readSigning(shared, ES256), "not allowed");
    var both = EnumSet.allOf(Algorithm.class);
    assertThat(KeyRingDocument.readSigning(shared, both).stream().keys().getFirst().material())
        .hasToString("HS256 signing key");
    var mixed = withFirst(document, "HS256", "{\"kty\":\"oct\",\"k\":\"" + k + "\"}");
    refused(() -> KeyRingDocument.readSigning(mixed, both), "keep one algorithm in a ring");
    var weak = withFirst(document, "HS256", "{\"kty\":\"oct\",\"k\":\"" + "A".repeat(42) + "\"}");
    refused(() -> KeyRingDocument.readSigning(weak, both), "31 bytes");
  }

  @Test
  void refusesDocumentsThatBreakARule() {
    var bad =
        Map.of(
            "",
            "\"active\"",
            "{",
            "strict JSON",
            "{} {}",
            "strict JSON",
            "{\"stream\":{},\"stream\":{}}",
            "strict JSON",
            "{\"stream\":{\"active\":1}}",
            "\"active\"",
            document.replace("\"ES256\"", "\"none\""),
            "not allowed",
            document.replace("\"ES256\"", "\"ES384\""),
            "not allowed",
            document.replace("\"P-256\"", "\"P-384\""),
            "P-256",
            document.replace("2026-", "26-"),
            "no time",
            document.replace("\"kid\":\"manage-1\"", "\"kid\":\"stream-1\""),
            "not among");
    bad.forEach((text, part) -> refused(() -> KeyRingDocument.readSigning(text, ES256), part));
  }

  @Test
  void refusesKeysThatAreNoKeys() {
    var good = rings.stream().keys().getFirst().material().jwk();
    var other = JwkReading.generate(new SecureRandom()).jwk();
    for (var jwk :
        new String[] {
          good.deepCopy().put("x", other.path("x").asText()).toString(),
          good.deepCopy().put("d", other.path("d").asText()).toString(),
          good.deepCopy().put("y", "AA").toString(),
          good.deepCopy().put("use", "enc").toString(),
          good.deepCopy().put("alg", "ES384").toString(),
          good.deepCopy().set("key_ops", good.arrayNode().add("encrypt")).toString(),
          good.deepCopy().put("kty", "RSA").toString(),
          "{}",
          "{\"kty\":\"oct\",\"k\":\"AAAA\"}"
        }) {
      assertThatThrownBy(
              () -> KeyRingDocument.readSigning(withFirst(document, "ES256", jwk), ES256))
          .as(jwk)
          .isInstanceOfSatisfying(
              IllegalKeyRing.class, e -> assertThat(e.code()).isEqualTo("illegal-key"));
    }
  }

  private static String withFirst(String document, String alg, String jwk) {
    int from = document.indexOf("\"alg\"");
    int to = document.indexOf(",\"notBefore\"", from);
    return document.substring(0, from)
        + "\"alg\":\""
        + alg
        + "\",\"jwk\":"
        + jwk
        + document.substring(to);
  }

  private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable read, String part) {
    var secret = rings.stream().keys().getFirst().material().jwk().path("d").asText();
    assertThatThrownBy(read)
        .isInstanceOf(IllegalKeyRing.class)
        .hasMessageContaining(part)
        .hasMessageNotContaining(secret);
  }
}
