package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogIntakeTest {
  private static final Instant INVOKED = Instant.parse("2026-11-02T08:00:07Z");
  private static final Instant STAMPED = Instant.parse("2026-11-02T08:01:09Z");
  private static final MetricId HITS = MetricId.of("N", "Hits", Map.of("F", "f"));
  private final List<String> reports = new ArrayList<>();

  private static String line() {
    return """
    {"_aws":{"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[["F"]],"Metrics":[{"Name":"Hits","StorageResolution":1}]}]},"F":"f","Hits":[1,2]}
    """
        .formatted(STAMPED.toEpochMilli());
  }

  private static Map<Instant, Double> sums(MetricStore store, MetricId id) {
    var window =
        Window.of(INVOKED.minusSeconds(60), INVOKED.plusSeconds(300), Duration.ofSeconds(1));
    return PointMaps.of(store.query(store.series(id), Stat.parse("Sum"), window));
  }

  @Test
  void keepsTheTimeOfALineOnTheRealClock() {
    try (var loop = new RealLoop(InstantSource.system(), 1, e -> {})) {
      loop.call(() -> {
        var store = new MetricStore(loop, Duration.ZERO);
        new LogIntake(loop, store, reports::add).accept("/aws/lambda/f", INVOKED, line());
        assertThat(sums(store, HITS)).containsExactly(Map.entry(STAMPED, 3.0));
        return store;
      });
    }
  }

  @Test
  void takesTheTimeOfTheInvocationOnAVirtualClock() {
    var loop = new VirtualLoop(INVOKED, 1);
    var store = new MetricStore(loop, Duration.ZERO);
    new LogIntake(loop, store, reports::add).accept("/aws/lambda/f", INVOKED, line());
    assertThat(sums(store, HITS)).containsExactly(Map.entry(INVOKED, 3.0));
    assertThat(reports).isEmpty();
  }

  @Test
  void countsAndReportsALineThatIsNotValid() {
    var loop = new VirtualLoop(INVOKED, 1);
    var store = new MetricStore(loop, Duration.ZERO);
    var intake = new LogIntake(loop, store, reports::add);
    intake.accept("/aws/lambda/f", INVOKED, "{\"_aws\": {}}");
    intake.accept("/aws/lambda/f", INVOKED, "no metrics");
    assertThat(reports).hasSize(1).first().asString().contains("/aws/lambda/f", "_aws.Timestamp");
    var errors =
        MetricId.of("AWS/Logs", "EMFValidationErrors", Map.of("LogGroupName", "/aws/lambda/f"));
    assertThat(sums(store, errors).values()).containsExactly(1.0);
  }
}
