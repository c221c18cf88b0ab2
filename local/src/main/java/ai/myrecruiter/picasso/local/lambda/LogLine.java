package ai.myrecruiter.picasso.local.lambda;

import java.time.Instant;

/**
 * A line that a function logged.
 *
 * @param instant when its invocation began
 * @param version that ran
 */
public record LogLine(
    Instant instant, String function, String version, String requestId, String text) {}
