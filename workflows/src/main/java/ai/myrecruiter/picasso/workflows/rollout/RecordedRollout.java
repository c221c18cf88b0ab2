package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
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
 * @param companions the functions that were released together with the first, in their order
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
    Optional<Outcome> outcome,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Companion> companions) {
  /** The form of the document. */
  public static final String FORMAT = "picasso-looks/1";

  /** Checks the document as a whole. */
  public RecordedRollout {
    looks = List.copyOf(looks);
    companions = List.copyOf(companions);
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
    InvalidInput.unless(
        !stable.equals(candidate),
        "$.candidate",
        candidate,
        "must be another version than stable",
        "export the rollout again");
    for (var i = 0; i < looks.size(); i++) {
      check("$.looks[" + i + "]", i, looks.get(i), plan, looks.getFirst());
      RecordedMembers.check("$.looks[" + i + "]", looks.get(i), looks.getFirst(), companions);
    }
    RecordedOrder.check(looks);
  }

  /** The looks of a release of one function. */
  public RecordedRollout(
      String format,
      RolloutId rolloutId,
      Environment environment,
      VersionNumber stable,
      VersionNumber candidate,
      Plan plan,
      String planDigest,
      List<RecordedLook> looks,
      Optional<Outcome> outcome) {
    this(
        format,
        rolloutId,
        environment,
        stable,
        candidate,
        plan,
        planDigest,
        looks,
        outcome,
        List.of());
  }

  /** A function that was released together with the first. */
  public record Companion(String function, VersionNumber stable, VersionNumber candidate) {}

  /** What each function is judged by, in the release's order. */
  List<Criteria> criteria() {
    var functions = companions.size() + 1;
    var criteria = new ArrayList<Criteria>();
    criteria.add(Criteria.of(plan, stable, candidate, functions));
    companions.forEach(
        of -> criteria.add(Criteria.of(plan, of.stable(), of.candidate(), functions)));
    return criteria;
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
                        rollout.outcome(),
                        RecordedMembers.of(rollout))));
  }

  private static void check(
      String path, int index, RecordedLook look, Plan plan, RecordedLook first) {
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
        look.thresholds().equals(first.thresholds()),
        path + ".thresholds",
        look.thresholds(),
        "must be those of the first look " + first.thresholds(),
        "export the rollout again");
    RecordedMembers.checkCounts(path, look);
    var weight = RecordedMembers.weight(plan, look);
    InvalidInput.unless(
        look.sums().weight().equals(weight),
        path + ".sums.weight",
        look.sums().weight().map(String::valueOf).orElse("nothing"),
        "must be the weight of its stage: " + weight.map(String::valueOf).orElse("none"),
        "export the rollout again; the weights do not match the plan");
  }
}
