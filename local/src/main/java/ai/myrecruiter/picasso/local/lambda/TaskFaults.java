package ai.myrecruiter.picasso.local.lambda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which invocations of task functions go wrong, and how: by the number of the call or by the time
 * of it. To be used on the event loop only.
 */
public final class TaskFaults {
  private final Map<String, Integer> calls = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  private sealed interface Rule {
    String function();

    TaskFault fault();

    boolean covers(int call, Instant instant);
  }

  private record AtCall(String function, int call, TaskFault fault) implements Rule {
    @Override
    public boolean covers(int number, Instant instant) {
      return number == call;
    }
  }

  private record Between(String function, Instant from, Instant until, TaskFault fault)
      implements Rule {
    @Override
    public boolean covers(int number, Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(until);
    }
  }

  /**
   * Harms one call of a function.
   *
   * @param call 1 for the first since the stage began; a retry is a call of its own
   */
  public void atCall(String function, int call, TaskFault fault) {
    if (call < 1) {
      throw new IllegalArgumentException(
          "call %d of %s: the first call has number 1".formatted(call, function));
    }
    rules.add(new AtCall(function, call, fault));
  }

  /** Harms every call of a function from one instant, inclusive, to another, exclusive. */
  public void between(String function, Instant from, Instant until, TaskFault fault) {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "faults of %s from %s until %s: the end must be after the start"
              .formatted(function, from, until));
    }
    rules.add(new Between(function, from, until, fault));
  }

  /** Harms every call of a function from now on. */
  public void always(String function, TaskFault fault) {
    rules.add(new Between(function, Instant.MIN, Instant.MAX, fault));
  }

  /** Forgets every rule; the numbers of the calls go on. */
  public void clear() {
    rules.clear();
  }

  /** How often a function was called, harmed or not. */
  public int calls(String function) {
    return calls.getOrDefault(function, 0);
  }

  /** Counts a call and says what happens to it; the first rule that covers it counts. */
  Optional<TaskFault> next(String function, Instant instant) {
    int call = calls.merge(function, 1, Integer::sum);
    return rules.stream()
        .filter(rule -> rule.function().equals(function) && rule.covers(call, instant))
        .map(Rule::fault)
        .findFirst();
  }
}
