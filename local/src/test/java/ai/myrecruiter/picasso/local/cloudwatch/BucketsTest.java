package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BucketsTest {
  private static final long SEED = Long.getLong("picasso.seed", 20261130);

  private final Buckets buckets = new Buckets();

  @Test
  void aSecondHasOneBucket() {
    var first = buckets.at(60);
    assertThat(buckets.at(120)).isNotSameAs(first);
    assertThat(buckets.at(60)).isSameAs(first);
    assertThat(buckets.seconds()).containsExactly(60, 120);
  }

  @Test
  void aLateSecondGoesWhereItBelongs() {
    buckets.at(120);
    var late = buckets.at(60);
    assertThat(buckets.seconds()).containsExactly(60, 120);
    assertThat(buckets.between(60, 120)).containsExactly(late);
  }

  @Test
  void aWindowHasItsStartAndNotItsEnd() {
    var one = buckets.at(0);
    var two = buckets.at(60);
    buckets.at(120);
    assertThat(buckets.between(0, 120)).containsExactly(one, two);
    assertThat(buckets.between(1, 61)).containsExactly(two);
    assertThat(buckets.between(61, 120)).isEmpty();
    assertThat(buckets.between(200, 100)).as("upside down").isEmpty();
  }

  @Test
  void knowsWhetherAnythingCameLater() {
    assertThat(buckets.anyFrom(0)).isFalse();
    buckets.at(60);
    assertThat(buckets.anyFrom(60)).isTrue();
    assertThat(buckets.anyFrom(61)).isFalse();
  }

  /** Repeat with {@code mvn -pl local -am test -Dtest=BucketsTest -Dpicasso.seed=N}. */
  @Test
  void answersAsASortedMapInAnyOrderOfSeconds() {
    var random = new Random(SEED);
    var map = new TreeMap<Long, Bucket>();
    for (int i = 0; i < 2_000; i++) {
      long second = random.nextInt(500);
      var bucket = buckets.at(second);
      assertThat(map.putIfAbsent(second, bucket)).as("seed %d", SEED).isIn(null, bucket);
      long from = random.nextInt(500);
      long to = from + random.nextInt(100);
      assertThat(buckets.between(from, to))
          .as("seed %d, %d to %d", SEED, from, to)
          .isEqualTo(List.copyOf(map.subMap(from, to).values()));
      assertThat(buckets.anyFrom(from)).as("seed %d", SEED).isEqualTo(map.ceilingKey(from) != null);
    }
  }
}
