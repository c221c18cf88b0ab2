package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * All looks of a rollout: what an auditor needs to judge it again, and nothing else.
 *
 * @param format {@link #FORMAT}
 * @param rolloutId which rollout
 * @param environment where
 * @param stable the old version
 * @param candidate the new version
 * @param plan how it went
 * @param planDigest digest of the plan
 * @param looks in their order
 * @param outcome how it ended, if it has
 */
public record RecordedRollout(
    String format,
    RolloutId rolloutId,
    Environment environment,
    VersionNumber stable,
    VersionNumber candidate,
    Plan plan,
    String planDigest,
    List<RecordedLook> looks,
    Optional<Outcome> outcome) {
  /** The form of the document. */
  public static final String FORMAT = "picasso-looks/1";

  /** Checks the document as a whole. */
  public RecordedRollout {
    looks = List.copyOf(looks);
    InvalidInput.unless(
        format.equals(FORMAT),
        "$.format",
        format,
        "must be " + FORMAT,
        "export it with picasso rollout export");
    InvalidInput.unless(
        planDigest.equals(plan.digest()),
        "$.planDigest",
        planDigest,
        "must be the digest of the plan in the file (" + plan.digest() + ")",
        "export the rollout again; the plan was changed after it ran");
    for (var i = 0; i < looks.size(); i++) {
      check("$.looks[" + i + "]", i, looks.get(i), plan, looks.getFirst().thresholds());
    }
  }

  /** The document of a rollout whose versions are known. */
  public static Optional<RecordedRollout> of(Rollout rollout, List<RecordedLook> looks) {
    return rollout
        .stable()
        .flatMap(stable ->
            rollout
                .candidate()
                .map(candidate ->
                    new RecordedRollout(
                        FORMAT,
                        rollout.id(),
                        rollout.environment(),
                        stable,
                        candidate,
                        rollout.plan(),
                        rollout.plan().digest(),
                        looks,
                        rollout.outcome())));
  }

  private static void check(
      String path, int index, RecordedLook look, Plan plan, List<Long> thresholds) {
    InvalidInput.unless(
        look.sequence() == index + 1,
        path + ".sequence",
        look.sequence(),
        "must be " + (index + 1) + ", the look's place in the list",
        "export the rollout again; looks are missing or out of order");
    InvalidInput.unless(
        look.stage() <= plan.stages().size(),
        path + ".stage",
        look.stage(),
        "must be at most the number of stages (" + plan.stages().size() + ", the bake)",
        "export the rollout again");
    InvalidInput.unless(
        look.thresholds().equals(thresholds),
        path + ".thresholds",
        look.thresholds(),
        "must be those of the first look " + thresholds,
        "export the rollout again");
    var weight =
        look.kind() == LookKind.STAGE
            ? Optional.of(new Itinerary(plan).weight(look.stage()))
            : Optional.<Double>empty();
    InvalidInput.unless(
        look.sums().weight().equals(weight),
        path + ".sums.weight",
        look.sums().weight().map(String::valueOf).orElse("nothing"),
        "must be the weight of its stage: " + weight.map(String::valueOf).orElse("none"),
        "export the rollout again; the weights do not match the plan");
  }
}
