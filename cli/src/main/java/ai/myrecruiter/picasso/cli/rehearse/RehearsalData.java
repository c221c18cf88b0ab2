package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.local.rehearsal.Comparison;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Detectable;
import ai.myrecruiter.picasso.workflows.rehearsal.FittingThreshold;
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
 * @param alarmNeeds threshold in percent that the alarm chat-errors needs so that the errors which
 *     happen anyway do not make it ring; empty when none up to 50 fits
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
    Optional<Double> alarmNeeds,
    Optional<Effect> smallestEffect) {
  /**
   * A share of runs with its 95 % interval.
   *
   * @param count of the runs
   * @param of how many runs
   * @param share of them; empty of none
   */
  record Interval(int count, int of, Optional<Double> share, double low, double high) {
    static Interval of(Share share) {
      return new Interval(
          share.count(),
          share.of(),
          Optional.of(share.value()).filter(Double::isFinite),
          share.low(),
          share.high());
    }

    /** The share in percent, or a dash. */
    String percent() {
      return share.map(Numbers::percent).orElse("-");
    }

    /** The share and its interval. */
    String withInterval() {
      return share.isEmpty()
          ? "-"
          : "%s (%s to %s)".formatted(percent(), Numbers.percent(low), Numbers.percent(high));
    }
  }

  /**
   * One way to release.
   *
   * @param refusedStarts runs that an alarm did not let start, of both kinds together; all else is
   *     of the runs that did
   * @param refusedBy how many by which alarm
   * @param secondsToStable of the runs that were rolled back
   */
  record Way(
      String name,
      Interval refusedStarts,
      Map<String, Integer> refusedBy,
      Interval rolledBack,
      Interval falselyRolledBack,
      Optional<Spread> secondsToStable,
      Optional<Spread> badRequests,
      Map<String, Integer> caughtAt,
      Map<String, Integer> decidedBy,
      Map<String, Integer> falselyDecidedBy) {
    static Way of(Summary way) {
      return new Way(
          way.name(),
          Interval.of(way.refused()),
          way.refusers(),
          Interval.of(way.rolledBack()),
          Interval.of(way.falselyRolledBack()),
          way.seconds(),
          way.badRequests(),
          way.places(),
          way.deciders(),
          way.falseDeciders());
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
        FittingThreshold.percent(model, plan),
        comparison.detectable().map(Effect::of));
  }
}
