package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class KeyRingTest {
  private static final Instant NOW = Stage.BEGIN;
  private static final Instant KNOWN = NOW.plusSeconds(305);
  private static final SecureRandom RANDOM = new SecureRandom();
  private final KeyRing ring = KeyRing.of(RingKey.generate("k1", NOW, RANDOM));

  @Test
  void drainsForTheLifeOfATokenTheSkewAndTheCache() {
    assertThat(Lifetimes.DRAIN).isEqualTo(Duration.ofSeconds(900 + 5 + 300));
  }

  @Test
  void rotatesByAddFlipDrainDrop() {
    var added = ring.add(RingKey.generate("k2", KNOWN, RANDOM), NOW);
    assertThat(added.active()).isEqualTo("k1");
    var flipped = added.flip("k2", KNOWN);
    assertThat(flipped.active()).isEqualTo("k2");
    var drained = KNOWN.plus(Lifetimes.DRAIN);
    assertThat(flipped.find("k1").orElseThrow().retireAt()).contains(drained);
    var dropped = flipped.drop("k1", drained);
    assertThat(dropped.keys()).extracting(RingKey::kid).containsExactly("k2");
  }

  @Test
  void refusesEveryStepThatIsTakenTooEarlyOrOnTheWrongKey() {
    var tooSoon = RingKey.generate("k2", KNOWN.minusMillis(1), RANDOM);
    refused("begins-too-early", () -> ring.add(tooSoon, NOW));
    var added = ring.add(RingKey.generate("k2", KNOWN, RANDOM), NOW);
    refused("flip-too-early", () -> added.flip("k2", KNOWN.minusMillis(1)));
    refused("already-active", () -> added.flip("k1", KNOWN));
    refused("unknown-kid", () -> added.flip("k3", KNOWN));
    var flipped = added.flip("k2", KNOWN);
    refused("retiring", () -> flipped.flip("k1", KNOWN));
    refused("active-key", () -> flipped.drop("k2", KNOWN.plusSeconds(100_000)));
    refused("drop-too-early", () -> flipped.drop("k1", KNOWN.plus(Lifetimes.DRAIN).minusMillis(1)));
    refused("unknown-kid", () -> flipped.drop("k3", KNOWN));
  }

  @Test
  void aKeyThatNeverSignedMayGoAtAnyTime() {
    var added = ring.add(RingKey.generate("k2", KNOWN, RANDOM), NOW);
    assertThat(added.drop("k2", NOW)).isEqualTo(ring);
  }

  @Test
  void keepsSecretsAndPublicKeysApart() {
    var jwk = JsonNodeFactory.instance.objectNode();
    jwk.put("kty", "oct").put("k", Stage.encode(new byte[32]));
    var secret =
        new RingKey("secret", JwkReading.read(jwk, Algorithm.HS256), NOW, Optional.empty());
    assertThatThrownBy(() -> new KeyRing("k1", List.of(ring.activeKey(), secret)))
        .isInstanceOf(IllegalKeyRing.class)
        .hasMessageContaining(
            "kid secret is of HS256, another of ES256: keep one algorithm in a ring");
    assertThat(ring.replaceAtOnce(secret, NOW).active()).isEqualTo("secret");
  }

  @Test
  void cannotBeIllegal() {
    var key = ring.activeKey();
    var other = RingKey.generate("k2", NOW, RANDOM);
    var copy = new RingKey("k3", key.material(), NOW, Optional.empty());
    illegal("illegal-ring", () -> new KeyRing("k1", List.of()));
    illegal("illegal-ring", () -> new KeyRing("k9", List.of(key)));
    illegal("illegal-ring", () -> new KeyRing("k1", List.of(key, key)));
    illegal("illegal-ring", () -> new KeyRing("k1", List.of(key, copy)));
    var retiring = List.of(key.retiring(NOW.plusSeconds(1)), other);
    illegal("illegal-ring", () -> new KeyRing("k1", retiring));
    var nine = IntStream.range(0, 9).mapToObj(i -> RingKey.generate("n" + i, NOW, RANDOM)).toList();
    illegal("illegal-ring", () -> new KeyRing("n0", nine));
    illegal("illegal-key", () -> key.retiring(NOW));
    illegal("illegal-key", () -> RingKey.generate("a b", NOW, RANDOM));
    var ofOther = KeyRing.of(new RingKey("k1", other.material(), NOW, Optional.empty()));
    illegal("illegal-ring", () -> new KeyRings(ring, ofOther));
    illegal("illegal-ring", () -> new KeyRings(ring, KeyRing.of(copy)));
  }

  @Test
  void anEmergencyLeavesTheNewKeyAlone() {
    var replaced = ring.replaceAtOnce(RingKey.generate("k2", NOW, RANDOM), NOW);
    assertThat(replaced.keys()).extracting(RingKey::kid).containsExactly("k2");
    refused("reused-kid", () -> ring.replaceAtOnce(ring.activeKey(), NOW));
    var later = RingKey.generate("k2", NOW.plusMillis(1), RANDOM);
    refused("flip-too-early", () -> ring.replaceAtOnce(later, NOW));
  }

  private static void refused(String code, ThrowingCallable step) {
    illegal(code, step);
  }

  private static void illegal(String code, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(IllegalKeyRing.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
