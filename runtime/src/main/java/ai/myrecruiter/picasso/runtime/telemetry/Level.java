package ai.myrecruiter.picasso.runtime.telemetry;

/** How much a log line matters. */
public enum Level {
  /** Normal work. */
  INFO,
  /** Refused or degraded; the service goes on as designed. */
  WARN,
  /** A defect or a dependency that failed. */
  ERROR
}
