package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.Machine;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.history.History;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One line of states: the execution's own or one of a Parallel. It is in one state at a time and
 * waits for one thing at a time. A branch that is over lets nothing happen any more, so an answer
 * that comes late is dropped.
 */
final class Branch {
  private final Machine machine;
  private final End end;
  private boolean live = true;
  private Optional<Visit> visit = Optional.empty();
  private Activity activity = Activity.NONE;

  /** Told how the branch ended, with the last event of it. */
  interface End {
    void succeeded(JsonNode output, long event);

    void failed(Failure failure, long event);
  }

  Branch(Machine machine, End end) {
    this.machine = machine;
    this.end = end;
  }

  Machine machine() {
    return machine;
  }

  boolean isLive() {
    return live;
  }

  /** The branch is in a state. */
  void isIn(Visit now) {
    visit = Optional.of(now);
    activity = Activity.NONE;
  }

  /** The branch has left its state and is on the way to the next. */
  void isBetweenStates() {
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

  /** Ends the branch from outside; with {@code history}, shows which state was given up. */
  void abort(Optional<History> history) {
    if (!live) {
      return;
    }
    live = false;
    activity.abort(history.isPresent());
    history.ifPresent(h ->
        visit.ifPresent(v -> h.add(v.last(), new EventDetails.StateAborted(v.state().type()))));
  }
}
