package ai.myrecruiter.picasso.local.engine.asl;

import java.time.Duration;
import java.util.Optional;

/** The types of workflow, which differ in what their machines may do. */
public enum WorkflowType {
  /** Runs up to a year, keeps a history, and may wait for jobs and tokens. */
  STANDARD,
  /** Runs up to five minutes and waits for nothing but the answers of services. */
  EXPRESS;

  private static final Duration LONGEST_EXPRESS = Duration.ofMinutes(5);

  /** How long an execution may take, when its definition gives a time or none. */
  Optional<Duration> timeout(Optional<Duration> given) {
    return switch (this) {
      case STANDARD -> given;
      case EXPRESS ->
          given
              .filter(time -> time.compareTo(LONGEST_EXPRESS) < 0)
              .or(() -> Optional.of(LONGEST_EXPRESS));
    };
  }
}
