package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How soon a bad release is seen, and how many bad requests it has served by then, at 100 requests
 * a second with a look every 10 seconds on a ramp of 1, 10, 50 and 95 percent, ten minutes each.
 */
final class DetectionTest {
  private static final List<Double> RAMP = List.of(0.01, 0.1, 0.5, 0.95);
  private static final int LOOKS_A_STAGE = 60;
  private static final int REQUESTS_A_LOOK = 1_000;
  private static final double LIMIT = Math.log(250);
  private static final int RUNS = 200;

  @Test
  void seesAGrossFailureWithinSecondsAndAHandfulOfBadRequests() {
    for (var rate : List.of(0.1, 0.5)) {
      var detections = detections(0.001, rate);
      assertThat(detections.caught()).isEqualTo(RUNS);
      assertThat(detections.meanLooks() * 10).isLessThanOrEqualTo(45);
      assertThat(detections.meanBad()).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void seesAFivefoldRegression() {
    var detections = detections(0.001, 0.005);
    assertThat(detections.caught()).isGreaterThanOrEqualTo(RUNS * 99 / 100);
    assertThat(detections.meanBad()).isLessThanOrEqualTo(25);
  }

  private record Detection(boolean caught, int looks, double bad) {}

  private record Detections(List<Detection> runs) {
    long caught() {
      return runs.stream().filter(Detection::caught).count();
    }

    double meanLooks() {
      return runs.stream().mapToInt(Detection::looks).average().orElseThrow();
    }

    double meanBad() {
      return runs.stream().mapToDouble(Detection::bad).average().orElseThrow();
    }
  }

  private static Detections detections(double oldRate, double newRate) {
    return new Detections(
        LongStream.range(0, RUNS)
            .mapToObj(seed -> run(Property.random(seed), oldRate, newRate))
            .toList());
  }

  /** Bad requests are counted as the errors above what the old version's rate would have given. */
  private static Detection run(RandomGenerator random, double oldRate, double newRate) {
    var process = ErrorProcess.START;
    var looks = 0;
    var bad = 0.0;
    for (var share : RAMP) {
      for (var look = 0; look < LOOKS_A_STAGE; look++) {
        var block = block(random, share, oldRate, newRate);
        process = process.observe(block);
        looks++;
        bad += block.eB() - block.nB() * oldRate;
        if (process.logE() >= LIMIT) {
          return new Detection(true, looks, bad);
        }
      }
    }
    return new Detection(false, looks, bad);
  }

  private static Block block(RandomGenerator random, double share, double oldRate, double newRate) {
    var counts = new long[4];
    for (var i = 0; i < REQUESTS_A_LOOK; i++) {
      var isNew = random.nextDouble() < share;
      counts[isNew ? 1 : 0]++;
      counts[isNew ? 3 : 2] += random.nextDouble() < (isNew ? newRate : oldRate) ? 1 : 0;
    }
    return new Block(counts[0], counts[1], counts[2], counts[3]);
  }
}
