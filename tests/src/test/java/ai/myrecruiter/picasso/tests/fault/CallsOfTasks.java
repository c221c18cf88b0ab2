package ai.myrecruiter.picasso.tests.fault;

import ai.myrecruiter.picasso.local.stage.TaskCalls;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import software.amazon.awssdk.core.SdkRequest;

/** Counts the calls that each task makes, and lets a fault strike just before one of them. */
final class CallsOfTasks implements TaskCalls.Listener {
  private final Map<String, Integer> made = new TreeMap<>();
  private final String function;
  private final int at;
  private final CallFault fault;

  /**
   * Harms one call.
   *
   * @param function whose
   * @param at the number of the call that is not made, from 1 on over all invocations of the
   *     function; 0 for none
   */
  CallsOfTasks(String function, int at, CallFault fault) {
    this.function = function;
    this.at = at;
    this.fault = fault;
  }

  /** Counts and harms nothing. */
  static CallsOfTasks counted() {
    return new CallsOfTasks("", 0, CallFault.PROCESS_ENDS);
  }

  @Override
  public void calling(String caller, SdkRequest request) {
    if (count(caller) == at && caller.equals(function)) {
      fault.strike();
    }
  }

  private synchronized int count(String caller) {
    return made.merge(caller, 1, Integer::sum);
  }

  /** Whether the fault has struck. */
  synchronized boolean struck() {
    return made.getOrDefault(function, 0) >= at;
  }

  /** Each call of each function, with each fault. */
  synchronized Stream<Arguments> each() {
    return made.entrySet().stream()
        .flatMap(of ->
            IntStream.rangeClosed(1, of.getValue())
                .boxed()
                .flatMap(call ->
                    Stream.of(CallFault.values())
                        .map(how -> Arguments.of(of.getKey(), call, how))));
  }
}
