package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.view.Evidence;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what was seen with what had to happen. */
final class ScenarioCheck {
  private final List<String> problems = new ArrayList<>();

  private ScenarioCheck() {}

  /** What is not as it has to be; nothing when all is. */
  static List<String> problems(Scenario scenario, Observation seen) {
    var check = new ScenarioCheck();
    switch (scenario.expected()) {
      case Expected.Promotion _ -> check.promotion(scenario, seen);
      case Expected.RollbackByJudge _ -> check.judge(scenario, seen);
      case Expected.RollbackByAlarm(var alarm) -> check.alarm(scenario, alarm, seen);
    }
    return List.copyOf(check.problems);
  }

  private void promotion(Scenario scenario, Observation seen) {
    ended(seen, RolloutStatus.COMPLETED, DecidedBy.JUDGE);
    var baked =
        seen.rollout().timeline().entries().stream()
            .anyMatch(entry -> entry.status() == RolloutStatus.BAKING);
    require(baked, "it was not baked");
    require(
        seen.execution().succeeded(),
        "the execution ended " + seen.execution().status() + ", not SUCCEEDED");
    everythingOn(scenario.candidate(), seen);
  }

  private void judge(Scenario scenario, Observation seen) {
    ended(seen, RolloutStatus.ROLLED_BACK, DecidedBy.JUDGE);
    error("RolledBack", seen);
    everythingOn(scenario.stable(), seen);
  }

  private void alarm(Scenario scenario, String alarm, Observation seen) {
    ended(seen, RolloutStatus.ROLLED_BACK, DecidedBy.ALARM);
    var sentence = seen.rollout().outcome().map(Outcome::sentence).orElse("");
    require(sentence.contains(alarm), "its outcome does not name alarm " + alarm);
    var verdict = Evidence.of(seen.rollout()).map(Judgement::verdict);
    require(!verdict.equals(Optional.of(Verdict.FAIL)), "the judge was not content");
    error("TakenOver", seen);
    everythingOn(scenario.stable(), seen);
  }

  private void ended(Observation seen, RolloutStatus status, DecidedBy decidedBy) {
    require(
        seen.rollout().status() == status, "it is " + seen.rollout().status() + ", not " + status);
    var decided = seen.rollout().outcome().map(Outcome::decidedBy);
    require(
        decided.equals(Optional.of(decidedBy)),
        "decided by " + decided.map(DecidedBy::name).orElse("nobody") + ", not " + decidedBy);
  }

  private void error(String expected, Observation seen) {
    require(
        seen.execution().error().equals(expected),
        "the execution ended with "
            + (seen.execution().error().isEmpty() ? "no error" : seen.execution().error())
            + ", not "
            + expected);
  }

  private void everythingOn(VersionNumber version, Observation seen) {
    require(
        seen.alias().equals(AliasWeights.all(version)),
        "the alias is not at 100 % on version " + version + ": " + AliasText.of(seen.alias()));
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
