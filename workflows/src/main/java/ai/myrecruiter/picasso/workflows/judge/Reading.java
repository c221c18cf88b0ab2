package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was counted of one version: sums since the first shift of the rollout. They may
 * be revised, and a part may arrive before the whole that it belongs to.
 *
 * @param requests sum of requests
 * @param errors sum of failed requests
 * @param routed requests that began in the present stage, after the alias had settled
 * @param timed requests of the present stage, begun after its warm-up, whose duration is known
 * @param slow of those, how many took longer than each threshold, in the thresholds' order
 * @param throttles requests that were refused before they ran
 * @param deadLetters events that could not even be given to the dead-letter queue
 */
public record Reading(
    long requests,
    long errors,
    long routed,
    long timed,
    List<Long> slow,
    long throttles,
    long deadLetters) {
  /** Nothing seen. */
  public static final Reading NONE = new Reading(0, 0, 0, 0, List.of(), 0, 0);

  /** More than anything that is counted: a million requests a second for thirty years. */
  private static final long MOST = 1_000_000_000_000_000L;

  /** Refuses negative sums, and such as no service has. */
  public Reading {
    slow = List.copyOf(slow);
    check("$.requests", requests);
    check("$.errors", errors);
    check("$.routed", routed);
    check("$.timed", timed);
    for (var i = 0; i < slow.size(); i++) {
      if (slow.get(i) < 0 || slow.get(i) > MOST) {
        check("$.slow[" + i + "]", slow.get(i));
      }
    }
    check("$.throttles", throttles);
    check("$.deadLetters", deadLetters);
  }

  private static void check(String path, long sum) {
    InvalidInput.unless(
        sum >= 0 && sum <= MOST,
        path,
        sum,
        "must be a sum from 0 to 1000000000000000",
        "read the metrics again");
  }

  /** Requests and errors; nothing else was counted. */
  public static Reading of(Tally tally) {
    return new Reading(tally.requests(), tally.errors(), 0, 0, List.of(), 0, 0);
  }

  /** Requests and how many failed. */
  Tally failed() {
    return new Tally(requests, errors);
  }

  /**
   * Timed requests and how many were slow, for each threshold.
   *
   * @param thresholds how many there must be
   */
  List<Tally> slowed(int thresholds) {
    InvalidInput.unless(
        slow.size() == thresholds,
        "$.slow",
        slow,
        "must have a sum for each of the " + thresholds + " latency thresholds",
        "count against the thresholds that the rollout began with");
    var tallies = new ArrayList<Tally>(thresholds);
    slow.forEach(sum -> tallies.add(new Tally(timed, sum)));
    return tallies;
  }

  /** Attempts and how many were throttled; requests and how many dead letters were lost. */
  List<Tally> refused() {
    return List.of(new Tally(requests + throttles, throttles), new Tally(requests, deadLetters));
  }
}
