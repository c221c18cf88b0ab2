package ai.myrecruiter.picasso.local.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualLoopTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private final List<String> ran = new ArrayList<>();

  @Test
  void jumpsToTheNextTimerWithoutWaiting() {
    try (var loop = new VirtualLoop(START, 1)) {
      loop.after(Duration.ofHours(2), () -> ran.add("late at " + loop.now()));
      loop.after(Duration.ofSeconds(1), () -> ran.add("soon at " + loop.now()));
      loop.runFor(Duration.ofHours(3));
      assertThat(ran)
          .containsExactly("soon at 2026-11-02T08:00:01Z", "late at 2026-11-02T10:00:00Z");
      assertThat(loop.now()).isEqualTo(START.plus(Duration.ofHours(3)));
    }
  }

  @Test
  void runsStepsOfOneInstantInTheOrderOfTheirArrival() {
    try (var loop = new VirtualLoop(START, 1)) {
      loop.post(() -> loop.post(() -> ran.add("third")));
      loop.post(() -> ran.add("first"));
      loop.at(START.minusSeconds(5), () -> ran.add("second"));
      loop.runFor(Duration.ZERO);
      assertThat(ran).containsExactly("first", "second", "third");
    }
  }

  @Test
  void letsATestChooseAmongReadySteps() {
    try (var loop = new VirtualLoop(START, 1, ready -> ready - 1)) {
      loop.post(() -> ran.add("a"));
      loop.post(() -> ran.add("b"));
      loop.at(START.plusSeconds(1), () -> ran.add("c"));
      loop.runFor(Duration.ofSeconds(1));
      assertThat(ran).containsExactly("b", "a", "c");
    }
  }

  @Test
  void neverRunsACancelledStep() {
    try (var loop = new VirtualLoop(START, 1)) {
      var timer = loop.after(Duration.ofSeconds(1), () -> ran.add("cancelled"));
      timer.cancel();
      loop.runFor(Duration.ofSeconds(2));
      assertThat(ran).isEmpty();
    }
  }

  @Test
  void doesNotRunBeyondTheLimitBehindACancelledStep() {
    try (var loop = new VirtualLoop(START, 1)) {
      loop.after(Duration.ofSeconds(1), () -> ran.add("cancelled")).cancel();
      loop.after(Duration.ofSeconds(3), () -> ran.add("late"));
      loop.runFor(Duration.ofSeconds(2));
      assertThat(ran).isEmpty();
      assertThat(loop.now()).isEqualTo(START.plusSeconds(2));
    }
  }

  @Test
  void stopsAtTheLimitAndLeavesLaterStepsForLater() {
    try (var loop = new VirtualLoop(START, 1)) {
      loop.after(Duration.ofSeconds(2), () -> ran.add("later"));
      assertThat(loop.runUntil(() -> !ran.isEmpty(), START.plusSeconds(1))).isFalse();
      assertThat(loop.runUntil(() -> !ran.isEmpty(), START.plusSeconds(2))).isTrue();
    }
  }

  @Test
  void drawsTheSameNumbersFromTheSameSeed() {
    try (var one = new VirtualLoop(START, 7);
        var two = new VirtualLoop(START, 7);
        var other = new VirtualLoop(START, 8)) {
      long drawn = one.random().nextLong();
      assertThat(two.random().nextLong()).isEqualTo(drawn);
      assertThat(other.random().nextLong()).isNotEqualTo(drawn);
    }
  }

  @Test
  void completesOffloadedWorkAsALaterStep() {
    try (var loop = new VirtualLoop(START, 1)) {
      loop.offload(() -> "answer").thenAccept(ran::add);
      assertThat(ran).isEmpty();
      loop.runFor(Duration.ZERO);
      assertThat(ran).containsExactly("answer");
    }
  }
}
