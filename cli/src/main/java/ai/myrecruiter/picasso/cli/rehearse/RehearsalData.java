package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.local.rehearsal.Comparison;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Detectable;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.Share;
import ai.myrecruiter.picasso.workflows.rehearsal.Spread;
import ai.myrecruiter.picasso.workflows.rehearsal.Summary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rehearsal says, as data.
 *
 * @param command repeats it
 * @param plan name of the plan
 * @param planDigest its digest
 * @param model traffic and faults
 * @param seed of the first run
 * @param runs with the bad version, and as many with a healthy one
 * @param ways the plan first
 * @param smallestEffect that the plan catches nearly always
 */
record RehearsalData(
    String command,
    String plan,
    String planDigest,
    Model model,
    long seed,
    int runs,
    List<Way> ways,
    Optional<Effect> smallestEffect) {
  /**
   * A share of runs with its 95 % interval.
   *
   * @param count of the runs
   * @param of how many runs
   */
  record Interval(int count, int of, double share, double low, double high) {
    static Interval of(Share share) {
      return new Interval(share.count(), share.of(), share.value(), share.low(), share.high());
    }
  }

  /**
   * One way to release.
   *
   * @param secondsToStable of the runs that were rolled back
   */
  record Way(
      String name,
      Interval rolledBack,
      Interval falselyRolledBack,
      Optional<Spread> secondsToStable,
      Spread badRequests,
      Map<String, Integer> caughtAt,
      Map<String, Integer> decidedBy) {
    static Way of(Summary way) {
      return new Way(
          way.name(),
          Interval.of(way.rolledBack()),
          Interval.of(way.falselyRolledBack()),
          way.seconds(),
          way.badRequests(),
          way.places(),
          way.deciders());
    }
  }

  /** How many times more often the new version fails, and how often that is caught. */
  record Effect(double times, Interval caught) {
    static Effect of(Detectable found) {
      return new Effect(found.times(), Interval.of(found.caught()));
    }
  }

  static RehearsalData of(
      String command, Plan plan, Model model, long seed, int runs, Comparison comparison) {
    return new RehearsalData(
        command,
        plan.name(),
        plan.digest(),
        model,
        seed,
        runs,
        comparison.ways().stream().map(Way::of).toList(),
        comparison.detectable().map(Effect::of));
  }
}
