package ai.myrecruiter.picasso.workflows.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What many runs of one way to release say.
 *
 * @param name the way
 * @param rolledBack runs of the bad version that were rolled back
 * @param falselyRolledBack runs of a healthy version that were rolled back
 * @param seconds until everything was on the old version again, of the runs that were rolled back
 * @param badRequests of every run of the bad version
 * @param places how many runs of the bad version were caught where
 * @param deciders how many of them were decided by what
 */
public record Summary(
    String name,
    Share rolledBack,
    Share falselyRolledBack,
    Optional<Spread> seconds,
    Spread badRequests,
    Map<String, Integer> places,
    Map<String, Integer> deciders) {
  /** Copies the counts. */
  public Summary {
    places = Map.copyOf(places);
    deciders = Map.copyOf(deciders);
  }

  /** The summary of runs with the bad version and of runs with a healthy one. */
  public static Summary of(String name, List<RunResult> bad, List<RunResult> healthy) {
    var seconds =
        bad.stream()
            .flatMap(run -> run.toStable().stream())
            .map(time -> time.toMillis() / 1000.0)
            .toList();
    return new Summary(
        name,
        share(bad),
        share(healthy),
        seconds.isEmpty() ? Optional.empty() : Optional.of(Spread.of(seconds)),
        Spread.of(bad.stream().map(run -> (double) run.badRequests()).toList()),
        count(bad, RunResult::place),
        count(bad, RunResult::decidedBy));
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
