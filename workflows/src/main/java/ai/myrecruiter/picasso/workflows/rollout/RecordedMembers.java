package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.judge.TestAnswer;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rollout.RecordedRollout.Companion;
import java.util.List;
import java.util.Optional;

/** What a document of looks holds of the functions beside the first, and what must hold of it. */
final class RecordedMembers {
  private static final String FIX = "export the rollout again";

  private RecordedMembers() {}

  /** The companions of a rollout whose versions are known. */
  static List<Companion> of(Rollout rollout) {
    return rollout.companions().stream()
        .map(member ->
            new Companion(
                member.function(), member.stable().orElseThrow(), member.candidate().orElseThrow()))
        .toList();
  }

  /** The weight that a look's counts must name: that of its stage; none of a baseline. */
  static Optional<Double> weight(Plan plan, RecordedLook look) {
    return look.kind() == LookKind.STAGE
        ? Optional.of(new Itinerary(plan).weight(look.stage()))
        : Optional.empty();
  }

  /** Each reading must have a sum for each threshold, and each test one answer. */
  static void checkCounts(String path, RecordedLook look) {
    for (var i = 0; i < look.members().size(); i++) {
      var seen = look.members().get(i);
      var at = i == 0 ? path : path + ".companions[" + (i - 1) + "]";
      var thresholds = seen.thresholds().size();
      seen.sums().stable().ifPresent(of -> checkSlow(at + ".sums.stable", of, thresholds));
      seen.sums().candidate().ifPresent(of -> checkSlow(at + ".sums.candidate", of, thresholds));
      var tests = seen.answers().stream().map(TestAnswer::test).toList();
      InvalidInput.unless(
          tests.size() == tests.stream().distinct().count(),
          at + ".answers",
          tests,
          "must have one answer of each test",
          FIX);
    }
  }

  private static void checkSlow(String path, Reading reading, int thresholds) {
    InvalidInput.unless(
        reading.slow().size() == thresholds,
        path + ".slow",
        reading.slow(),
        "must have a sum for each of the " + thresholds + " latency thresholds",
        FIX);
  }

  static void check(
      String path, RecordedLook look, RecordedLook first, List<Companion> companions) {
    InvalidInput.unless(
        look.companions().size() == companions.size(),
        path + ".companions",
        look.companions().size(),
        "must be one for each of the " + companions.size() + " companions",
        FIX);
    for (var i = 0; i < companions.size(); i++) {
      var seen = look.companions().get(i);
      InvalidInput.unless(
          seen.thresholds().equals(first.companions().get(i).thresholds()),
          path + ".companions[" + i + "].thresholds",
          seen.thresholds(),
          "must be those of the first look",
          FIX);
      InvalidInput.unless(
          seen.sums().weight().equals(look.sums().weight()),
          path + ".companions[" + i + "].sums.weight",
          seen.sums().weight().map(String::valueOf).orElse("nothing"),
          "must be the weight of the first function, as all have the same",
          FIX);
    }
  }
}
