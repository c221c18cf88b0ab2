package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.cloudwatch.LogIntake;
import java.time.Instant;

/**
 * A line that a function logged.
 *
 * @param instant when its invocation began
 * @param version that ran
 */
public record LogLine(
    Instant instant, String function, String version, String requestId, String text) {
  /** Reads the metrics that a line may hold, as CloudWatch Logs does of the function's group. */
  void into(LogIntake intake) {
    intake.accept("/aws/lambda/" + function, instant, text);
  }
}
