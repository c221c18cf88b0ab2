package ai.myrecruiter.picasso.local.engine.history;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The events of one execution, in order; written on the loop only. */
public final class History {
  /** The most events of an execution; the last one ends it. Source: the quotas of the service. */
  public static final int MAX_EVENTS = 25_000;

  private final List<HistoryEvent> events = new ArrayList<>();
  private final InstantSource clock;

  /** An empty history. */
  public History(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Writes an event.
   *
   * @return its id
   * @throws Full when only an event that ends the execution has room
   */
  public long add(long previousEventId, EventDetails details) {
    if (!details.isLast() && events.size() >= MAX_EVENTS - 1) {
      throw new Full();
    }
    long id = events.size() + 1L;
    events.add(new HistoryEvent(id, clock.instant(), previousEventId, details));
    return id;
  }

  /** A view of the events so far. */
  public List<HistoryEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** The id of the newest event, 0 when there is none. */
  public long lastId() {
    return events.size();
  }

  /** The execution has used up its events. */
  public static final class Full extends RuntimeException {
    Full() {
      super("The execution reached the maximum number of history events (" + MAX_EVENTS + ").");
    }
  }
}
