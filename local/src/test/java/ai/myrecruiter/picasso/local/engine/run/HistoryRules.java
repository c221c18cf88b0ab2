package ai.myrecruiter.picasso.local.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.history.HistoryEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds for every history, whatever the machine and the order of its steps. */
final class HistoryRules {
  private static final String STATE_ENDS =
      "(Pass|Task|Choice|Wait|Succeed|Fail|Parallel|Map)State(Exited|Entered)";
  private static final String WORK_ENDS =
      "(Task|LambdaFunction)(Succeeded|Failed|TimedOut|StartFailed|SubmitFailed)";

  /** By what an event can be led to; all types that tests write are here. */
  private static final Map<String, String> CAUSES =
      Map.ofEntries(
          Map.entry("ExecutionStarted", "-"),
          Map.entry(
              "\\w+StateEntered", "-|\\w+StateExited|ParallelStateStarted|MapIterationStarted"),
          Map.entry(
              "(Pass|Choice|Wait|Succeed)StateExited", "(Pass|Choice|Wait|Succeed)StateEntered"),
          Map.entry("TaskStateExited", "TaskStateEntered|" + WORK_ENDS),
          Map.entry(
              "ParallelStateExited", STATE_ENDS + "|ParallelState(Failed|Started)|" + WORK_ENDS),
          Map.entry(
              "MapStateExited",
              "MapState(Failed|Started|Entered)|MapIteration(Succeeded|Failed)|" + WORK_ENDS),
          Map.entry("ParallelStateStarted", "ParallelState(Entered|Failed)|" + STATE_ENDS),
          Map.entry("MapStateStarted", "MapState(Entered|Failed)|MapIteration(Succeeded|Failed)"),
          Map.entry(
              "MapIterationStarted",
              "MapStateStarted|" + STATE_ENDS + "|" + WORK_ENDS + "|(Parallel|Map)StateFailed"),
          Map.entry("TaskScheduled", "TaskStateEntered|" + WORK_ENDS),
          Map.entry("TaskStarted", "TaskScheduled"),
          Map.entry("TaskSubmitted", "TaskStarted"),
          Map.entry("TaskSucceeded|TaskFailed|TaskTimedOut", "TaskStarted|TaskSubmitted"));

  private HistoryRules() {}

  static void check(List<HistoryEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      var event = events.get(i);
      assertThat(event.id()).isEqualTo(i + 1L);
      assertThat(event.previousEventId()).isBetween(0L, (long) i);
      assertThat(event.timestamp()).isAfterOrEqualTo(events.get(Math.max(0, i - 1)).timestamp());
      checkCause(
          event,
          event.previousEventId() == 0
              ? "-"
              : events.get((int) event.previousEventId() - 1).type());
    }
    assertThat(events.stream().filter(event -> event.details().isLast())).hasSize(1);
    assertThat(events.getLast().details().isLast()).isTrue();
    checkPairs(events);
  }

  private static void checkCause(HistoryEvent event, String cause) {
    CAUSES.forEach((type, causes) -> {
      if (event.type().matches(type)) {
        assertThat(cause).as("what led to event %s", event).matches(causes);
      }
    });
  }

  /**
   * What has begun ends at most once, and all of it in an execution that succeeded, but for the
   * states that failed a branch.
   */
  private static void checkPairs(List<HistoryEvent> events) {
    var open = new HashMap<String, Integer>();
    for (var event : events) {
      var type = event.type();
      if (type.endsWith("StateEntered")) {
        open.merge(type.replace("Entered", ""), 1, Integer::sum);
      } else if (type.endsWith("StateExited") || type.endsWith("StateAborted")) {
        int left = open.merge(type.replaceFirst("(Exited|Aborted)$", ""), -1, Integer::sum);
        assertThat(left).as("states of event %s", event).isNotNegative();
      } else if (type.equals("MapIterationStarted")) {
        open.merge("MapIteration", 1, Integer::sum);
      } else if (type.matches("MapIteration(Succeeded|Failed|Aborted)")) {
        assertThat(open.merge("MapIteration", -1, Integer::sum)).isNotNegative();
      }
    }
    if (events.getLast().type().equals("ExecutionSucceeded")) {
      assertThat(open.getOrDefault("MapIteration", 0)).isZero();
      long failed =
          events.stream()
              .filter(event -> event.type().matches("ParallelStateFailed|MapIterationFailed"))
              .count();
      assertThat(open.values().stream().mapToLong(left -> left).sum())
          .as("what is still open: %s", open)
          .isEqualTo(failed);
    }
  }
}
