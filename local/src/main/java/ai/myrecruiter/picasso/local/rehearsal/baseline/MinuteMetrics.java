package ai.myrecruiter.picasso.local.rehearsal.baseline;

import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.time.Duration;

/** Lambda's own metrics, which have one-minute periods whatever the payload publishes. */
final class MinuteMetrics {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration USUAL_LAG = Duration.ofSeconds(30);

  private MinuteMetrics() {}

  /** How long after its end a minute can be seen. */
  static Duration lag(Model model) {
    return model.metrics().resolution().equals(MINUTE) ? model.metrics().lag() : USUAL_LAG;
  }
}
