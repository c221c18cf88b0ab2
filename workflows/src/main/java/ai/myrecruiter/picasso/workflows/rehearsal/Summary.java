package ai.myrecruiter.picasso.workflows.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What many runs of one way to release say. Runs whose start was refused say nothing of the
 * version: they are in {@code refused} and nowhere else.
 *
 * @param name the way
 * @param refused runs that an alarm did not let start, of all
 * @param refusers how many of them by which alarm
 * @param rolledBack runs of the bad version that were rolled back
 * @param falselyRolledBack runs of a healthy version that were rolled back
 * @param seconds until everything was on the old version again, of the runs that were rolled back
 * @param badRequests of every run of the bad version
 * @param places how many runs of the bad version were caught where
 * @param deciders how many of them were decided by what
 * @param falseDeciders how many runs of a healthy version were rolled back by what
 */
public record Summary(
    String name,
    Share refused,
    Map<String, Integer> refusers,
    Share rolledBack,
    Share falselyRolledBack,
    Optional<Spread> seconds,
    Optional<Spread> badRequests,
    Map<String, Integer> places,
    Map<String, Integer> deciders,
    Map<String, Integer> falseDeciders) {
  /** Copies the counts. */
  public Summary {
    refusers = Map.copyOf(refusers);
    places = Map.copyOf(places);
    deciders = Map.copyOf(deciders);
    falseDeciders = Map.copyOf(falseDeciders);
  }

  /** The summary of runs with the bad version and of runs with a healthy one. */
  public static Summary of(String name, List<RunResult> bad, List<RunResult> healthy) {
    var all = Stream.concat(bad.stream(), healthy.stream()).toList();
    var refused = all.stream().filter(run -> !run.started()).toList();
    var started = bad.stream().filter(RunResult::started).toList();
    var well = healthy.stream().filter(RunResult::started).toList();
    return new Summary(
        name,
        new Share(refused.size(), all.size()),
        count(refused, RunResult::decidedBy),
        share(started),
        share(well),
        spread(
            started.stream()
                .flatMap(run -> run.toStable().stream())
                .map(time -> time.toMillis() / 1000.0)
                .toList()),
        spread(started.stream().map(run -> (double) run.badRequests()).toList()),
        count(started, RunResult::place),
        count(started, RunResult::decidedBy),
        count(well, RunResult::decidedBy));
  }

  private static Optional<Spread> spread(List<Double> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }

  private static Map<String, Integer> count(
      List<RunResult> runs, Function<RunResult, Optional<String>> what) {
    var counts = new HashMap<String, Integer>();
    runs.forEach(run -> what.apply(run).ifPresent(name -> counts.merge(name, 1, Integer::sum)));
    return counts;
  }

  private static Share share(List<RunResult> runs) {
    return new Share((int) runs.stream().filter(RunResult::rolledBack).count(), runs.size());
  }
}
