package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.Machine;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.history.History;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One line of states: the execution's own, one of a Parallel or an iteration of a Map. It is in one
 * state at a time and waits for one thing at a time. A branch that is over lets nothing happen any
 * more, so an answer that comes late is dropped.
 */
final class Branch {
  private final Machine machine;
  private final Optional<MapItem> item;
  private final End end;
  private boolean live = true;
  private long last;
  private Optional<Visit> visit = Optional.empty();
  private Activity activity = Activity.NONE;

  /** Told how the branch ended, with the last event of it. */
  interface End {
    void succeeded(JsonNode output, long event);

    void failed(Failure failure, long event);
  }

  /**
   * A branch that has not begun.
   *
   * @param item of the innermost Map around it
   * @param begin the event after which it begins
   */
  Branch(Machine machine, Optional<MapItem> item, long begin, End end) {
    this.machine = machine;
    this.item = item;
    this.last = begin;
    this.end = end;
  }

  Machine machine() {
    return machine;
  }

  Optional<MapItem> item() {
    return item;
  }

  boolean isLive() {
    return live;
  }

  /** The branch is in a state. */
  void isIn(Visit now) {
    last = now.last();
    visit = Optional.of(now);
    activity = Activity.NONE;
  }

  /** The branch has left its state, by an event, and is on the way to the next. */
  void isBetweenStates(long exited) {
    last = exited;
    visit = Optional.empty();
    activity = Activity.NONE;
  }

  void waitsFor(Activity next) {
    activity = next;
  }

  void succeed(JsonNode output, long event) {
    live = false;
    end.succeeded(output, event);
  }

  void fail(Failure failure, long event) {
    live = false;
    end.failed(failure, event);
  }

  /**
   * Ends the branch from outside; with {@code history}, shows which state was given up.
   *
   * @return the last event of the branch
   */
  long abort(Optional<History> history) {
    if (!live) {
      return last;
    }
    live = false;
    activity.abort(history.isPresent());
    if (history.isPresent() && visit.isPresent()) {
      var given = visit.get();
      last = history.get().add(given.last(), new EventDetails.StateAborted(given.state().type()));
    }
    return last;
  }
}
