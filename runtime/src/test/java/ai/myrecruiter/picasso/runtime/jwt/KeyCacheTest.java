package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class KeyCacheTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final SetClock clock = new SetClock(Stage.BEGIN);
  private final AtomicInteger readings = new AtomicInteger();
  private volatile KeyRings rings = Stage.rings(Stage.BEGIN);
  private volatile boolean down;
  private final KeyCache cache = new KeyCache(this::read, clock);

  private KeyRings read() {
    readings.incrementAndGet();
    if (down) {
      throw new TokensUnavailable("down", null);
    }
    return rings;
  }

  @Test
  void readsOnceForFourMinutes() {
    for (int i = 0; i < 100; i++) {
      assertThat(cache.find(Purpose.STREAM, "stream-1")).isPresent();
    }
    clock.advance(Duration.ofSeconds(239));
    assertThat(cache.active(Purpose.MANAGE).kid()).isEqualTo("manage-1");
    assertThat(readings).hasValue(1);
    clock.advance(SECOND);
    cache.active(Purpose.MANAGE);
    assertThat(readings).hasValue(2);
  }

  @Test
  void goesOnWithWhatItKnowsForFiveMinutesAndNoLonger() {
    cache.active(Purpose.STREAM);
    down = true;
    clock.advance(Duration.ofSeconds(299));
    assertThat(cache.find(Purpose.STREAM, "stream-1")).isPresent();
    clock.advance(SECOND);
    assertThatThrownBy(() -> cache.find(Purpose.STREAM, "stream-1"))
        .isInstanceOf(TokensUnavailable.class);
    down = false;
    clock.advance(SECOND);
    assertThat(cache.find(Purpose.STREAM, "stream-1")).isPresent();
  }

  @Test
  void asksASourceThatIsDownOnceASecond() {
    down = true;
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> cache.active(Purpose.STREAM)).isInstanceOf(TokensUnavailable.class);
    }
    assertThat(readings).hasValue(1);
  }

  @Test
  void aFloodOfUnknownIdsCostsOneReadingInHalfAMinute() {
    cache.active(Purpose.STREAM);
    for (int i = 0; i < 1_000; i++) {
      assertThat(cache.find(Purpose.STREAM, "invented-" + i)).isEmpty();
    }
    assertThat(readings).hasValue(2);
    clock.advance(Duration.ofSeconds(29));
    assertThat(cache.find(Purpose.STREAM, "invented")).isEmpty();
    assertThat(readings).hasValue(2);
    clock.advance(SECOND);
    assertThat(cache.find(Purpose.STREAM, "invented")).isEmpty();
    assertThat(readings).hasValue(3);
  }

  @Test
  void findsAKeyThatCameInSinceByOneForcedReading() {
    cache.active(Purpose.STREAM);
    var incoming = RingKey.generate("stream-2", Stage.BEGIN.plusSeconds(305), new SecureRandom());
    rings = rings.with(Purpose.STREAM, rings.stream().add(incoming, Stage.BEGIN));
    assertThat(cache.find(Purpose.STREAM, "stream-2")).isPresent();
    assertThat(readings).hasValue(2);
  }

  @Test
  void keysOfOnePurposeAreUnknownToTheOther() {
    assertThat(cache.find(Purpose.MANAGE, "stream-1")).isEmpty();
  }

  @Test
  void manyWhoAskAtOnceShareOneReading() throws Exception {
    cache.active(Purpose.STREAM);
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 64; i++) {
        var kid = "invented-" + i;
        all.add(
            threads.submit(() -> {
              start.await();
              return cache.find(Purpose.STREAM, kid).isPresent();
            }));
      }
      start.countDown();
      for (var each : all) {
        assertThat(each.get()).isFalse();
      }
    }
    assertThat(readings).hasValue(2);
  }
}
