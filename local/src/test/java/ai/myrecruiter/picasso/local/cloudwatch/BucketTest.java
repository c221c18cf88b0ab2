package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BucketTest {
  private static final long SEED = Long.getLong("picasso.seed", 20261130);

  @Test
  void hasNoPercentileAndCountsNothingWithoutSamples() {
    var bucket = new Bucket();
    assertThat(bucket.percentile(50)).isEmpty();
    assertThat(bucket.between(0, 10)).hasValue(0);
  }

  @Test
  void knowsNoPercentileOnceASummaryIsAmongItsValues() {
    var bucket = new Bucket();
    bucket.add(5, 1);
    bucket.addSummary(10, 40, 1, 9);
    assertThat(bucket.percentile(50)).isEmpty();
    assertThat(bucket.between(0, 10)).isEmpty();
    assertThat(bucket.samples()).isEqualTo(11);
    assertThat(bucket.minimum()).isEqualTo(1);
    assertThat(bucket.maximum()).isEqualTo(9);
  }

  @Test
  void isItsOwnSumAloneAndLeavesTheOthersAsTheyAre() {
    var one = new Bucket();
    one.add(1, 2);
    var two = new Bucket();
    two.add(3, 1);
    assertThat(Bucket.sum(List.of(one))).isSameAs(one);
    var sum = Bucket.sum(List.of(one, two));
    assertThat(sum.samples()).isEqualTo(3);
    assertThat(sum.sum()).isEqualTo(5);
    assertThat(one.samples()).isEqualTo(2);
    assertThat(two.samples()).isEqualTo(1);
  }

  /** Repeat with {@code mvn -pl local -am test -Dtest=BucketTest -Dpicasso.seed=N}. */
  @Test
  void answersAsTheListOfItsValues() {
    var random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      var values = new ArrayList<Double>();
      var parts = List.of(new Bucket(), new Bucket());
      int adds = 1 + random.nextInt(6);
      for (int i = 0; i < adds; i++) {
        double value = random.nextInt(4);
        int count = 1 + random.nextInt(3);
        parts.get(random.nextInt(2)).add(value, count);
        for (int j = 0; j < count; j++) {
          values.add(value);
        }
      }
      values.sort(Double::compare);
      var sum = Bucket.sum(parts);
      assertThat(sum.samples()).as("seed %d, run %d", SEED, run).isEqualTo(values.size());
      assertThat(sum.percentile(100)).hasValue(values.getLast());
      assertThat(sum.percentile(50)).hasValue(values.get((values.size() + 1) / 2 - 1));
      assertThat(sum.between(0, 2))
          .hasValue((double) values.stream().filter(value -> value > 0 && value <= 2).count());
    }
  }
}
