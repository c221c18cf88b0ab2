package ai.myrecruiter.picasso.local.engine.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RetrierTest {
  private final Random random = new Random(1);

  @Test
  void backsOffByItsRate() {
    assertThat(delays(retrier(2, 1.5, Optional.empty(), false), 4))
        .containsExactly(2000L, 3000L, 4500L, 6750L);
  }

  @Test
  void doesNotGrowAboveItsCap() {
    assertThat(delays(retrier(10, 2, Optional.of(Duration.ofSeconds(25)), false), 4))
        .containsExactly(10_000L, 20_000L, 25_000L, 25_000L);
  }

  @Test
  void staysFiniteForManyAttempts() {
    assertThat(retrier(99, 10, Optional.empty(), false).delay(5000, random))
        .isEqualTo(Duration.ofMillis((long) (Integer.MAX_VALUE * 1000.0)));
  }

  @Test
  void drawsFullJitterEvenlyFromZeroToTheDelay() {
    var retrier = retrier(10, 1, Optional.empty(), true);
    var drawn =
        LongStream.range(0, 2000).map(i -> retrier.delay(0, random).toMillis()).summaryStatistics();
    assertThat(drawn.getMin()).isBetween(0L, 200L);
    assertThat(drawn.getMax()).isBetween(9800L, 10_000L);
    assertThat(drawn.getAverage()).isBetween(4700.0, 5300.0);
  }

  private List<Long> delays(Retrier retrier, int count) {
    return LongStream.range(0, count).mapToObj(i -> retrier.delay(i, random).toMillis()).toList();
  }

  private static Retrier retrier(
      long interval, double rate, Optional<Duration> cap, boolean jitter) {
    return new Retrier(List.of("E"), Duration.ofSeconds(interval), 9, rate, cap, jitter);
  }
}
