package ai.myrecruiter.picasso.local.engine.history;

import java.time.Instant;

/**
 * One event of an execution.
 *
 * @param id from 1, without gaps
 * @param timestamp when it happened
 * @param previousEventId the event that led to this one; 0 for the first and the first state's
 * @param details what happened
 */
public record HistoryEvent(long id, Instant timestamp, long previousEventId, EventDetails details) {
  /** The type as the service names it. */
  public String type() {
    return details.type();
  }
}
