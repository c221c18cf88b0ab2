package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A rotation under traffic: issuer and verifier each see the ring through a cache of their own. */
final class RotationTest {
  private static final Duration STEP = Duration.ofSeconds(20);
  private final Stage stage = new Stage();

  @Test
  void noTokenIsRefusedWhileAKeyIsReplaced() {
    var flipAt = Stage.BEGIN.plusSeconds(305);
    var next = RingKey.generate("stream-2", flipAt, new SecureRandom());
    stage.rings = stage.rings.with(Purpose.STREAM, stage.rings.stream().add(next, Stage.BEGIN));
    var waiting = new java.util.ArrayDeque<IssuedToken>();
    int checked = 0;
    while (stage.clock.instant().isBefore(Stage.BEGIN.plus(Duration.ofHours(1)))) {
      step();
      waiting.add(stage.issue(Purpose.STREAM));
      while (!waiting.isEmpty() && endsSoon(waiting.peek())) {
        assertThat(outcome(waiting.remove().compact())).isEqualTo("ok");
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(100);
    assertThat(stage.rings.stream().keys()).extracting(RingKey::kid).containsExactly("stream-2");
  }

  /** Flips and drops as soon as the ring lets it. */
  private void step() {
    stage.clock.advance(STEP);
    var ring = stage.rings.stream();
    try {
      stage.rings =
          stage.rings.with(
              Purpose.STREAM,
              ring.active().equals("stream-1")
                  ? ring.flip("stream-2", stage.clock.instant())
                  : ring.keys().size() == 2 ? ring.drop("stream-1", stage.clock.instant()) : ring);
    } catch (IllegalKeyRing tooEarly) {
      assertThat(tooEarly.code()).endsWith("-too-early");
    }
  }

  private boolean endsSoon(IssuedToken token) {
    return stage.clock.instant().plus(STEP).isAfter(token.expiresAt());
  }

  @Test
  void aRetiredKeyIsRefusedThoughTheRingStillHoldsIt() {
    var next = RingKey.generate("stream-2", Stage.BEGIN.plusSeconds(305), new SecureRandom());
    var ring = stage.rings.stream().add(next, Stage.BEGIN);
    stage.clock.advance(Duration.ofSeconds(305));
    var flipped = ring.flip("stream-2", stage.clock.instant());
    stage.clock.advance(Lifetimes.DRAIN);
    var late = new Draft(stage).claim("iat", seconds(0)).claim("exp", seconds(900)).compact();
    assertThat(outcome(late)).isEqualTo("ok");
    stage.rings = stage.rings.with(Purpose.STREAM, flipped);
    stage.clock.advance(Lifetimes.KEY_CACHE);
    assertThat(outcome(late)).isEqualTo("unknown_key");
  }

  @Test
  void anEmergencyEndsTheOldKeysTokensWithinTheCache() {
    var token = stage.issue(Purpose.STREAM).compact();
    assertThat(outcome(token)).isEqualTo("ok");
    var replacement = RingKey.generate("stream-9", Stage.BEGIN, new SecureRandom());
    stage.rings =
        stage.rings.with(
            Purpose.STREAM, stage.rings.stream().replaceAtOnce(replacement, Stage.BEGIN));
    stage.clock.advance(Lifetimes.KEY_CACHE);
    assertThat(outcome(token)).isEqualTo("unknown_key");
  }

  @Test
  void aFloodOfUnknownIdsForcesOneReadingOfTheKeys() {
    stage.verified(stage.issue(Purpose.STREAM).compact());
    int before = stage.keyReads.get();
    for (int i = 0; i < 500; i++) {
      var token = new Draft(stage).header("kid", "\"invented-" + i + "\"").compact();
      assertThat(outcome(token)).isEqualTo("unknown_key");
    }
    assertThat(stage.keyReads.get() - before).isEqualTo(1);
    System.out.println("unknown-kid flood: 500 invented ids, 1 reading of the keys");
  }

  private String seconds(int later) {
    return Long.toString(stage.clock.instant().getEpochSecond() + later);
  }

  private String outcome(String compact) {
    return stage.outcome(compact, Purpose.STREAM, Stage.NORTH);
  }
}
